"""How long things take: `python -m tests.bench [start|build|received|all]`. A benchmark measures and judges nothing."""
