"""The template as the tests see it: its functions, what they get and what they may do."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts" / "lib"))

import template  # noqa: E402  the reader that the scripts use as well

TEMPLATE = template.load_template()
RESOURCES: dict[str, dict] = TEMPLATE["Resources"]


def of_type(kind: str) -> dict[str, dict]:
    """Properties of all resources of one type, by logical id."""
    return template.of_type(TEMPLATE, kind)


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
