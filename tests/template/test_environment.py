"""Each function gets exactly the settings that its code reads, and each setting has one source."""

import unittest

from model import FUNCTIONS, TEMPLATE, environment
from settings import read_by

# Read by the runtime and its logger, not by our code.
OF_THE_RUNTIME = {"RUST_LOG"}


class Environment(unittest.TestCase):
    def test_each_function_gets_what_it_reads_and_nothing_else(self):
        for function in FUNCTIONS:
            with self.subTest(function):
                self.assertEqual(environment(function) - OF_THE_RUNTIME, read_by(function))

    def test_the_emulator_is_unknown_to_the_template(self):
        for function in FUNCTIONS:
            self.assertNotIn("AWS_ENDPOINT_URL", environment(function))

    def test_settings_have_one_source(self):
        """A variable has the same value wherever it is given, and never a literal: parameters hold the defaults."""
        sources: dict[str, list] = {}
        for properties in [TEMPLATE["Globals"]["Function"], *FUNCTIONS.values()]:
            for name, value in properties.get("Environment", {}).get("Variables", {}).items():
                sources.setdefault(name, []).append(value)
        for name, values in sources.items():
            with self.subTest(name):
                self.assertTrue(all(value == values[0] for value in values))
                self.assertIsInstance(values[0], dict, "a literal")

    def test_signing_keys_have_no_default_and_are_not_shown(self):
        keys = TEMPLATE["Parameters"]["SigningKeys"]
        self.assertNotIn("Default", keys)
        self.assertTrue(keys["NoEcho"])


if __name__ == "__main__":
    unittest.main()
