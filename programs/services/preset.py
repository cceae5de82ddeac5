"""The inventory of the five source systems: presets are read from it, never retyped."""

from functools import cache
from pathlib import Path

import yaml

INVENTORY = Path(__file__).resolve().parent.parent / "presets" / "inventory.yaml"


@cache
def inventory() -> dict:
    """The whole inventory as plain dictionaries and lists; treat it as read-only."""
    return yaml.load(INVENTORY.read_text("utf-8"), Loader=yaml.CSafeLoader)
