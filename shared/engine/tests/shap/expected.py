"""Explains models of the engine with the Python package `shap` and writes `expected.json`, which `trees_shap.rs` compares
with the engine's own explanations. The package is large, so the answers are kept and this is run by hand:

    python3 -m venv .local/shap
    .local/shap/bin/pip install -r shared/engine/tests/shap/requirements.txt
    .local/shap/bin/python shared/engine/tests/shap/expected.py
"""

import json
import subprocess
from pathlib import Path

import numpy as np
import shap

HERE = Path(__file__).resolve().parent


def single(tree: dict, output: int, scale: float) -> dict | None:
    """A tree as `shap` takes it, with its share in one output; None if it has none."""
    if tree["output"] not in (None, output):
        return None
    nodes, count = tree["nodes"], len(tree["nodes"])
    left, right, default = (np.full(count, -1, np.int32) for _ in range(3))
    features = np.full(count, -2, np.int32)
    thresholds, values = np.zeros(count), np.zeros((count, 1))
    for index, node in enumerate(nodes):
        ((kind, rule),) = node["rule"].items()
        if kind == "Leaf":
            values[index] = scale * tree["values"][rule["first_value"] + (0 if tree["output"] is not None else output)]
        else:
            left[index], right[index], features[index] = rule["left"], rule["right"], rule["feature"]
            default[index] = rule["left"] if rule["missing_left"] else rule["right"]
            # Written in as few digits as single precision needs.
            thresholds[index] = np.float32(rule["threshold"])
    return {"children_left": left, "children_right": right, "children_default": default, "features": features,
            "thresholds": thresholds, "values": values,
            "node_sample_weight": np.array([node["cover"] for node in nodes], float)}


def explain_trees(case: dict) -> dict:
    """For each output the expected value, and for each row a value per column."""
    rows = np.array(case["rows"], float)
    model = case["model"]
    expected, values = [], []
    for output, base in enumerate(model["base"]):
        trees = [one for tree in model["trees"] if (one := single(tree, output, model["scale"]))]
        explainer = shap.TreeExplainer({"trees": trees, "base_offset": base}, feature_perturbation="tree_path_dependent")
        values.append(explainer.shap_values(rows, check_additivity=False).reshape(rows.shape).tolist())
        expected.append(float(np.ravel(explainer.expected_value)[0]))
    return {**case, "expected": expected, "values": values}


def explain_ridge(case: dict) -> dict:
    """The same for a linear model."""
    background = np.array(case["background"])
    masker = shap.maskers.Independent(background, max_samples=len(background))
    explainer = shap.LinearExplainer((np.array(case["weights"]), case["intercept"]), masker)
    rows = np.array(case["rows"])
    return {"rows": case["rows"], "expected": float(explainer.expected_value), "values": explainer.shap_values(rows).tolist()}


def main() -> None:
    command = ["cargo", "run", "--quiet", "--locked", "-p", "stint-engine", "--example", "shap_cases"]
    cases = json.loads(subprocess.run(command, cwd=HERE, check=True, capture_output=True, text=True).stdout)
    result = {"shap": shap.__version__, "trees": [explain_trees(case) for case in cases["trees"]],
              "ridge": explain_ridge(cases["ridge"])}
    (HERE / "expected.json").write_text(json.dumps(result) + "\n")


if __name__ == "__main__":
    main()
