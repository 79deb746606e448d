"""Reads template.yaml as plain data: `!Ref X` becomes {"Ref": "X"}, `!GetAtt A.B` becomes {"GetAtt": "A.B"}."""

from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[2]


class _Loader(yaml.SafeLoader):
    pass


def _tagged(loader: yaml.SafeLoader, suffix: str, node: yaml.Node):
    if isinstance(node, yaml.ScalarNode):
        value = loader.construct_scalar(node)
    elif isinstance(node, yaml.SequenceNode):
        value = loader.construct_sequence(node, deep=True)
    else:
        value = loader.construct_mapping(node, deep=True)
    return {suffix: value}


_Loader.add_multi_constructor("!", _tagged)

TEMPLATE = yaml.load((ROOT / "template.yaml").read_text(), _Loader)
RESOURCES: dict[str, dict] = TEMPLATE["Resources"]


def of_type(kind: str) -> dict[str, dict]:
    """Properties of all resources of one type, by logical id."""
    return {name: resource["Properties"] for name, resource in RESOURCES.items() if resource["Type"] == kind}


FUNCTIONS = {properties["CodeUri"].removeprefix("target/lambda/"): properties
             for properties in of_type("AWS::Serverless::Function").values()}
LOGICAL_ID = {properties["CodeUri"].removeprefix("target/lambda/"): name
              for name, properties in of_type("AWS::Serverless::Function").items()}


def environment(function: str) -> set[str]:
    """Names of all variables that a function gets."""
    shared = TEMPLATE["Globals"]["Function"]["Environment"]["Variables"]
    return set(shared) | set(FUNCTIONS[function].get("Environment", {}).get("Variables", {}))


def resource_name(value) -> str:
    """The resource that a policy names, in the short form `UsersTable`, `DataBucket/users/*`, `CoreTable/index/sweep`."""
    match value:
        case {"GetAtt": str(name)} if name.endswith(".Arn"):
            return name.removesuffix(".Arn")
        case {"Sub": str(text)} if text.startswith("${") and ".Arn}" in text:
            return text.removeprefix("${").replace(".Arn}", "")
        case _:
            raise AssertionError(f"a policy names {value!r}, which is no resource of this template")


def permissions(function: str) -> dict[str, set[str]]:
    """What a function may do: actions by resource."""
    role = RESOURCES[FUNCTIONS[function]["Role"]["GetAtt"].removesuffix(".Arn")]
    allowed: dict[str, set[str]] = {}
    for policy in role["Properties"]["Policies"]:
        for statement in policy["PolicyDocument"]["Statement"]:
            assert statement["Effect"] == "Allow", "these policies only allow"
            actions, resources = statement["Action"], statement["Resource"]
            for resource in resources if isinstance(resources, list) else [resources]:
                allowed.setdefault(resource_name(resource), set()).update(
                    actions if isinstance(actions, list) else [actions])
    return allowed
