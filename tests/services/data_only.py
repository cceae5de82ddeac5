"""A pytest plugin: leaves the tests that ask the database itself, without pages."""


def pytest_collection_modifyitems(config, items):
    def asks_data(item):
        return item.get_closest_marker("django_db") and "client" not in item.fixturenames

    config.hook.pytest_deselected(items=[item for item in items if not asks_data(item)])
    items[:] = [item for item in items if asks_data(item)]
