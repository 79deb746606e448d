"""Reads template.yaml as plain data: `!Ref X` becomes {"Ref": "X"}, `!GetAtt A.B` becomes {"GetAtt": "A.B"}."""

import yaml

from paths import TEMPLATE


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


def load_template() -> dict:
    """The whole template; intrinsic functions stay unevaluated."""
    return yaml.load(TEMPLATE.read_text(), _Loader)


def of_type(template: dict, kind: str) -> dict[str, dict]:
    """Properties of all resources of one type, by logical id."""
    return {name: resource["Properties"] for name, resource in template["Resources"].items() if resource["Type"] == kind}
