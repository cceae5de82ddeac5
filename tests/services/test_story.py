"""The story by commands, told twice: in files and in PostgreSQL with Redis."""

from concurrent.futures import ThreadPoolExecutor


def tell(portal):
    """The story, its last chapter by a worker."""
    out = f"{portal.environment['VAR_DIR']}/out"
    story = portal.ask("story", out)
    with portal.worker():
        works = portal.drive("wait", "done", 90)
    return story | {"works": works}


def test_both_databases_tell_the_same_story(embedded, served):
    with ThreadPoolExecutor(2) as pool:
        first, second = pool.map(tell, (embedded, served))

    assert first == second
    assert first["bases"] == [["mentees", 40, 0], ["mentors", 18, 0], ["mentors", 0, 18]]
    assert first["order"] == ["18-од", "2026-10-30"]
    assert first["formats"] == [".pdf", ".xlsx", ".docx"]
    assert first["proposals"] != []
    assert [(state, attempts) for state, attempts, _ in first["works"]] == [("done", 1)]
