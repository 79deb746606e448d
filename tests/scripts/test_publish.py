"""What the page's files say about themselves: a new build must reach everybody at once, and no name may change its content."""

import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts" / "lib"))

from publish import _cache_control, _content_type  # noqa: E402


class Published(unittest.TestCase):
    def test_files_with_a_fixed_name_are_asked_for_again(self):
        for key in ("index.html", "sw.js", "manifest.webmanifest", "theme.js", "icons/icon-192.png"):
            self.assertEqual(_cache_control(key), "no-cache", key)

    def test_files_with_a_hash_in_their_name_are_kept(self):
        self.assertIn("immutable", _cache_control("assets/index-1a2b3c4d.js"))

    def test_browsers_accept_the_worker_and_the_manifest_by_their_type(self):
        self.assertEqual(_content_type("sw.js"), "text/javascript")
        self.assertEqual(_content_type("manifest.webmanifest"), "application/manifest+json")


if __name__ == "__main__":
    unittest.main()
