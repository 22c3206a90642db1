"""The recipe that makes hearsay's models: needed to train, never to run hearsay."""
