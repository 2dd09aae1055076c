"""Actors: are gold's agents and targets found, and given the right body?"""
