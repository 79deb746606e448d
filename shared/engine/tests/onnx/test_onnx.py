"""Models written as ONNX predict in onnxruntime what they predict in the engine.

The engine trains every family on every data set, predicts for rows with missing, unseen and extreme cells, and writes
both down (`cases.rs`). Here the files are checked, run, and compared.
"""

import json
import os
import subprocess
import tempfile
import unittest
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
from onnx import numpy_helper

ENGINE = Path(__file__).resolve().parents[2]
# Of a probability; of a number, relative to it.
TOLERANCE = 1e-6
# The same, when numbers are rounded to single precision for onnxruntime alone.
ROUNDING = 1e-5


class Case:
    """A model, rows, and what the engine says about them."""

    def __init__(self, folder: Path, case: dict) -> None:
        self.name, self.family, self.labels = case["name"], case["family"], case["labels"]
        self.report = case["report"]
        self.single = case["rows"], np.array(case["predictions"])
        self.as_in_file = case["rows_as_in_file"], np.array(case["predictions_as_in_file"])
        self.native_bytes = case["native_bytes"]
        self.path = folder / case["file"]
        self.model = onnx.load(self.path)
        self.metadata = {entry.key: entry.value for entry in self.model.metadata_props}

    def run(self, model: onnx.ModelProto, rows: list[dict]) -> list[np.ndarray]:
        """The outputs of onnxruntime."""
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        session = onnxruntime.InferenceSession(model.SerializeToString(), options, providers=["CPUExecutionProvider"])
        columns = json.loads(self.metadata["columns"])
        feeds = {}
        for value in session.get_inputs():
            kind, cells = value.type, [row[columns[value.name]] for row in rows]
            feeds[value.name] = np.array([CELLS[kind](cell) for cell in cells], TYPES[kind]).reshape(-1, 1)
        return session.run(None, feeds)

    def differences(self, model: onnx.ModelProto, rows: list[dict], expected: np.ndarray) -> tuple[int, float]:
        """Labels that differ, and the largest difference of a number."""
        if not self.labels:
            (values,) = self.run(model, rows)
            check_shape(values, expected.shape)
            # Relative to usual numbers where a number is close to 0.
            size = np.maximum(np.abs(expected), np.median(np.abs(expected)))
            return 0, float(np.max(np.abs(values - expected) / size))
        labels, probabilities = self.run(model, rows)
        check_shape(probabilities, expected.shape)
        assert labels.shape == probabilities.shape[:1]
        # argmax takes the first among equals, as the engine does.
        flips = labels != np.array(self.labels, object)[expected.argmax(axis=1)]
        return int(np.sum(flips)), float(np.max(np.abs(probabilities - expected)))


def check_shape(found: np.ndarray, expected: tuple[int, int]) -> None:
    """One row for each row, or one for all from a model that looks at none."""
    assert found.shape in (expected, (1, expected[1])), f"{found.shape} instead of {expected}"
    assert not np.isnan(found).any(), "not a number"


def seconds(cell: str | None) -> float:
    """A date or time as seconds since 1970-01-01 UTC."""
    if cell is None:
        return float("nan")
    if cell[2] == ".":
        day, month, year = cell[:10].split(".")
        cell = f"{year}-{month}-{day}{cell[10:]}"
    moment = datetime.fromisoformat(cell)
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()


TYPES = {"tensor(float)": np.float32, "tensor(double)": np.float64, "tensor(string)": object}
CELLS = {
    "tensor(float)": lambda cell: float("nan") if cell is None else cell,
    "tensor(double)": lambda cell: cell if isinstance(cell, float | int) else seconds(cell),
    "tensor(string)": lambda cell: "" if cell is None else cell,
}


class Onnx(unittest.TestCase):
    """All cases, trained once."""

    @classmethod
    def setUpClass(cls) -> None:
        folder = tempfile.TemporaryDirectory(prefix="stint-onnx-")
        cls.addClassCleanup(folder.cleanup)
        command = ["cargo", "run", "--quiet", "--locked", "-p", "stint-engine", "--example", "onnx_cases", folder.name]
        subprocess.run(command, cwd=ENGINE, check=True)
        cases = json.loads((Path(folder.name) / "cases.json").read_text())
        cls.refused = {case["name"]: case["refused"] for case in cases if "refused" in case}
        cls.cases = [Case(Path(folder.name), case) for case in cases if "file" in case]

    def test_every_data_set_is_there(self) -> None:
        self.assertGreaterEqual(len(self.cases), 20)

    def test_every_family_can_be_written(self) -> None:
        self.assertEqual(self.refused, {})

    def test_files_are_valid(self) -> None:
        for case in self.cases:
            with self.subTest(case.name):
                onnx.checker.check_model(case.model, full_check=True)
                self.assertLessEqual({(opset.domain, opset.version) for opset in case.model.opset_import},
                                     {("", 21), ("ai.onnx.ml", 5)})

    def test_signatures_are_as_documented(self) -> None:
        for case in self.cases:
            with self.subTest(case.name):
                self.assertEqual([value.name for value in case.model.graph.output],
                                 ["label", "probabilities"] if case.labels else ["prediction"])
                for value in case.model.graph.input:
                    rows, width = value.type.tensor_type.shape.dim
                    self.assertEqual((rows.dim_param, width.dim_value), ("rows", 1))

    def test_metadata_tell_where_a_model_comes_from(self) -> None:
        for case in self.cases:
            with self.subTest(case.name):
                metadata, report = case.metadata, case.report
                self.assertTrue(metadata["model_card"].startswith("# Model card"))
                self.assertEqual(json.loads(metadata["parameters"]), report["parameters"])
                self.assertEqual(json.loads(metadata["labels"]), case.labels)
                self.assertEqual(metadata["dataset_sha256"], report["dataset_sha256"])
                self.assertEqual(metadata["engine_version"], report["engine_version"])
                self.assertEqual(metadata["metric"], report["parameters"]["metric"])
                self.assertRegex(metadata["run_key"], "^[0-9a-f]{64}$")

    def test_predictions_agree(self) -> None:
        for case in self.cases:
            with self.subTest(case.name):
                flips, difference = case.differences(case.model, *case.single)
                flips_file, difference_file = case.differences(case.model, *case.as_in_file)
                if "STINT_ONNX_TABLE" in os.environ:
                    print(f"| {case.name} | {len(case.single[0])} | {flips} | {difference:.1e} | {flips_file} | "
                          f"{difference_file:.1e} | {case.native_bytes} | {case.path.stat().st_size} |")
                self.assertEqual(flips, 0)
                self.assertLessEqual(difference, TOLERANCE)
                self.assertEqual(flips_file, 0)
                self.assertLessEqual(difference_file, ROUNDING)

    def test_a_changed_constant_would_be_noticed(self) -> None:
        """The comparison can fail: each kind of constant matters to some case."""
        for family in {case.family for case in self.cases}:
            with self.subTest(family):
                noticed = False
                for case in (case for case in self.cases if case.family == family):
                    model = changed(case.model)
                    flips, difference = case.differences(model, *case.single)
                    noticed |= flips > 0 or difference > TOLERANCE
                self.assertTrue(noticed)


def changed(model: onnx.ModelProto) -> onnx.ModelProto:
    """The model with the largest of its constants, its coefficients, a little larger."""
    model = onnx.ModelProto.FromString(model.SerializeToString())
    constants = [tensor for tensor in model.graph.initializer if tensor.data_type == onnx.TensorProto.DOUBLE]
    largest = max(constants, key=lambda tensor: len(tensor.raw_data))
    largest.raw_data = (numpy_helper.to_array(largest) * (1 + 1e-4) + 1e-4).tobytes()
    return model


if __name__ == "__main__":
    unittest.main()
