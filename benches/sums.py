#!/usr/bin/env python3
"""The yardstick beside `cargo bench`: only the sums, with numpy.

Per product a table of 15 sheets by 31 criteria; total of each sheet, mean, largest less smallest, the mean without
each sheet, and how many sheets reach each of 40 minima. No stars, no rulings, no disputes, no order, no names.
"""

import statistics
import sys
import time

import numpy as np

SEATS, CRITERIA, MINIMA = 15, 31, 40


def sums(points, columns, least):
    totals = points.sum(axis=2)
    whole = totals.sum(axis=1)
    spread = totals.max(axis=1) - totals.min(axis=1)
    without = whole[:, None] - totals
    met = (points[:, :, columns] >= least).sum(axis=1)
    return whole, spread, without, met


def one_by_one(points, columns, least):
    return [sums(product[None], columns, least) for product in points]


def measure(work, *arguments):
    times = []
    for _ in range(50):
        begun = time.perf_counter()
        work(*arguments)
        times.append((time.perf_counter() - begun) * 1e3)
    return statistics.median(times)


def main():
    dice = np.random.default_rng(20261128)
    columns, least = dice.integers(0, CRITERIA, MINIMA), dice.integers(1, 5, MINIMA)
    print(f"numpy {np.__version__}, median of 50, ms", file=sys.stderr)
    print("products   at once   product by product")
    for products in (23, 115, 460):
        points = dice.integers(0, 6, (products, SEATS, CRITERIA))
        at_once, each = (measure(work, points, columns, least) for work in (sums, one_by_one))
        print(f"{products:8}  {at_once:8.3f}  {each:8.3f}")


if __name__ == "__main__":
    main()
