"""The privacy gate: find what may identify somebody, let a person decide, and clean."""
