"""Reading and checking banks: the only place that knows YAML."""
