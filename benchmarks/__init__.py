"""What a build costs, beside what the same site costs with other generators. Run it with `python -m benchmarks`."""
