"""Errors as translators, editors and hurried hands make them, planted into the translations of the real site: does `check` see them?"""
