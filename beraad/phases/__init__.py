"""The dilemmamethode in eight rondes, as data.

The published method counts ten steps. Its first is our opening; its last two make up ronde 8.
Each ronde carries the numbers of the steps it covers.
"""
