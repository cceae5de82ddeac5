"""A work slow enough to be interrupted, and a sweep that comes at once."""

import time

from mentoring_portal.celery import app
from programs.services.job import run

STEPS = 5
STEP_SECONDS = 0.2

app.conf.beat_schedule = {"sweep-jobs": {"task": "programs.tasks.sweep_jobs", "schedule": 1.0}}


@app.task(name="tests.count_slowly")
def count_slowly(job_id):
    def work(job, progress):
        steps = job.arguments["steps"] if job.attempts == 1 else STEPS
        for step in range(1, steps + 1):
            time.sleep(STEP_SECONDS)
            progress(step, steps)
        return f"/counted/{job.attempts}/"

    run(job_id, work)
