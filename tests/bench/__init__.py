"""How long things take: `python -m tests.bench [start|build|all]`. A benchmark measures and judges nothing."""
