"""The import rules of the portal, kept as tests."""

import ast
import sys
from pathlib import Path
from unittest import TestCase

ROOT = Path(__file__).resolve().parent.parent
APPS = ("programs", "participants", "pairs", "monitoring", "documents")
LAYERS = (
    {"enums", "domain"},
    {"querysets", "models", "rendering"},
    {"access", "kinds", "services"},
    {"forms", "filters", "tasks", "templatetags"},
    {"views", "admin"},
    {"urls", "apps"},
)
PURE = (
    "mentoring_portal.shared.plurals",
    # The libraries that a pure rule may use, each named.
    "numpy",
    "scipy",
    "snowballstemmer",
    "pytrovich",
    "pymorphy3",
    "mentoring_portal.shared.dates",
    "mentoring_portal.shared.names",
)
KEEPERS = {
    "openpyxl": {"mentoring_portal/shared/spreadsheets.py", "documents/rendering/xlsx.py"},
    "python_calamine": {"mentoring_portal/shared/spreadsheets.py"},
    "docx": {"mentoring_portal/shared/word_tables.py", "documents/rendering/docx.py"},
    "weasyprint": {"documents/rendering/pdf.py"},
}


def modules():
    for app in (*APPS, "mentoring_portal"):
        for path in sorted((ROOT / app).rglob("*.py")):
            if "migrations" not in path.parts:
                yield path.relative_to(ROOT)


def imports(path):
    for node in ast.walk(ast.parse((ROOT / path).read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def layer(parts):
    name = parts[1] if len(parts) > 1 else ""
    return next((i for i, names in enumerate(LAYERS) if name in names), None)


class ArchitectureTests(TestCase):
    def each_import(self):
        for path in modules():
            for name in imports(path):
                yield path, path.with_suffix("").parts, name.split("."), name

    def test_apps_import_only_the_apps_below_them(self):
        for path, source, target, name in self.each_import():
            if source[0] in APPS and target[0] in APPS:
                self.assertLessEqual(
                    APPS.index(target[0]), APPS.index(source[0]), f"{path}: {name}"
                )

    def test_inside_an_app_imports_only_go_down(self):
        for path, source, target, name in self.each_import():
            if source[0] == target[0] and None not in (layer(source), layer(target)):
                self.assertLessEqual(layer(target), layer(source), f"{path}: {name}")

    def test_only_shared_is_imported_from_the_project_package(self):
        for path, source, target, name in self.each_import():
            if source[0] in APPS and target[0] == "mentoring_portal":
                self.assertEqual(target[1:2], ["shared"], f"{path}: {name}")
            if source[:2] == ("mentoring_portal", "shared"):
                self.assertNotIn(target[0], APPS, f"{path}: {name}")

    def test_domain_is_plain_python(self):
        for path, source, target, name in self.each_import():
            if "domain" in source:
                plain = (
                    target[0] in sys.stdlib_module_names
                    or name.startswith(PURE)
                    or "domain" in target
                )
                self.assertTrue(plain, f"{path}: {name}")

    def test_each_heavy_library_has_one_keeper(self):
        for path, _source, target, name in self.each_import():
            if target[0] in KEEPERS:
                self.assertIn(path.as_posix(), KEEPERS[target[0]], name)
