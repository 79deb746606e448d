"""Runs for measurements go into no table but an emulator's, and have the form of the runs that they are copied from."""

import random
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts" / "lib"))

import copy_runs  # noqa: E402
from progress import Failure  # noqa: E402

NOW = 1_790_000_000_000
RUN = {
    "pk": {"S": "USER#0198c5a4-7d5e-7cc3-8b0e-2f6c0f6f3a10"}, "sk": {"S": "RUN#0198c5d2-7d5e-7cc3-8b0e-2f6c0f6f3a10"},
    "entity": {"S": "RUN"}, "schema_version": {"N": "1"}, "id": {"S": "0198c5d2-7d5e-7cc3-8b0e-2f6c0f6f3a10"},
    "job_id": {"S": "0198c5d2-7d5e-7cc3-8b0e-2f6c0f6f3a10"}, "artifact_id": {"S": "0198c5d2-7d5e-7cc3-8b0e-2f6c0f6f3a10"},
    "run_key": {"S": "b07e" * 16}, "created_at": {"S": "2026-01-31T12:00:00.000Z"},
    "parameters": {"M": {"seed": {"N": "42"}, "target": {"S": "species"}}},
    "metrics": {"M": {"accuracy": {"N": "0.9"}, "log_loss": {"N": "0.3"}}}, "baseline": {"M": {"accuracy": {"N": "0.4"}}},
    "interval": {"M": {"metric": {"S": "accuracy"}, "value": {"N": "0.9"}, "low": {"N": "0.85"}, "high": {"N": "0.95"}}},
    "cost_usd": {"N": "0.0004"}, "duration_ms": {"N": "740"},
}


def shape(value):
    """The types of an item, without what stands in it."""
    if isinstance(value, dict):
        return {name: shape(inner) for name, inner in value.items()}
    return type(value)


class Copies(unittest.TestCase):
    def setUp(self):
        self.copies = copy_runs.copies_of([RUN], 200, NOW, random.Random(1))

    def test_they_have_the_form_of_a_run_of_the_same_owner(self):
        for item in self.copies:
            self.assertEqual(shape(item), shape(RUN))
            self.assertEqual(item["pk"], RUN["pk"])
            self.assertEqual(item["sk"]["S"], f"RUN#{item['id']['S']}")

    def test_their_order_by_key_is_that_of_time(self):
        keys = [item["sk"]["S"] for item in self.copies]
        times = [item["created_at"]["S"] for item in self.copies]
        self.assertEqual(keys, sorted(keys))
        self.assertEqual(times, sorted(times))
        self.assertEqual(len(set(keys)), 200)
        self.assertTrue(all(copy_runs.uuid.UUID(item["id"]["S"]).version == 7 for item in self.copies))

    def test_a_better_score_has_less_loss_and_stays_inside_its_interval(self):
        by_accuracy = sorted(self.copies, key=lambda item: float(item["metrics"]["M"]["accuracy"]["N"]))
        losses = [float(item["metrics"]["M"]["log_loss"]["N"]) for item in by_accuracy]
        self.assertEqual(losses, sorted(losses, reverse=True))
        for item in self.copies:
            low, value, high = (float(item["interval"]["M"][end]["N"]) for end in ("low", "value", "high"))
            self.assertEqual(value, float(item["metrics"]["M"]["accuracy"]["N"]))
            self.assertLessEqual(low, value)
            self.assertLessEqual(value, high)
            self.assertLessEqual(high, 1.0)


class Refusals(unittest.TestCase):
    def test_no_table_of_aws_is_written_to(self):
        with self.assertRaisesRegex(Failure, "no emulator on this machine"):
            copy_runs.refuse_elsewhere("https://dynamodb.eu-central-1.amazonaws.com")

    def test_a_server_on_this_machine_that_is_none_is_refused(self):
        with self.assertRaisesRegex(Failure, "there is no emulator at"):
            copy_runs.refuse_elsewhere("http://127.0.0.1:9")


if __name__ == "__main__":
    unittest.main()
