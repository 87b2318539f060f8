"""Xapian, asked as measure_engine.ts tells: xapian_engine.py PEOPLE_FILE FOLDER

Names with spelling data, birth years and clubs as general terms of less weight. A query is parsed
with FLAG_PARTIAL and FLAG_SPELLING_CORRECTION, all words asked for; where fewer than ten people
have them, the corrected query follows, then any of its words.
"""
import os
import sys
import time

import xapian

PAGE_SIZE = 10
PROGRESS_EVERY = 200_000


class XapianEngine:
    def __init__(self, folder):
        self.path = os.path.join(folder, "people")
        self.database = None
        self.parser = xapian.QueryParser()

    def build(self, people_file):
        writer = xapian.WritableDatabase(self.path, xapian.DB_CREATE_OR_OPEN)
        generator = xapian.TermGenerator()
        generator.set_database(writer)
        with open(people_file, encoding="utf-8") as people:
            for count, line in enumerate(people, 1):
                ffa_id, _, name, year, _, club = line.rstrip("\n").split("\t")
                document = xapian.Document()
                document.set_data(ffa_id)
                generator.set_document(document)
                generator.set_flags(xapian.TermGenerator.FLAG_SPELLING)
                generator.index_text_without_positions(name, 4)
                generator.set_flags(0)
                generator.index_text_without_positions(year, 2)
                generator.index_text_without_positions(club, 1)
                writer.add_document(document)
                if count % PROGRESS_EVERY == 0:
                    print(f"  {count} people indexed", file=sys.stderr, flush=True)
        writer.commit()
        writer.close()
        self.database = xapian.Database(self.path)
        self.parser.set_database(self.database)

    def run(self, text, operator, flags):
        self.parser.set_default_op(operator)
        query = self.parser.parse_query(text, flags)
        enquire = xapian.Enquire(self.database)
        enquire.set_query(query)
        return [match.document.get_data().decode() for match in enquire.get_mset(0, PAGE_SIZE)]

    def search(self, text):
        flags = xapian.QueryParser.FLAG_PARTIAL
        found = self.run(
            text, xapian.Query.OP_AND, flags | xapian.QueryParser.FLAG_SPELLING_CORRECTION
        )
        if len(found) == PAGE_SIZE:
            return found
        corrected = self.parser.get_corrected_query_string().decode() or text
        if corrected != text:
            found += self.run(corrected, xapian.Query.OP_AND, flags)
        if not found:
            found += self.run(corrected, xapian.Query.OP_OR, flags)
        return list(dict.fromkeys(found))[:PAGE_SIZE]


def main():
    people_file, folder = sys.argv[1:3]
    engine = XapianEngine(folder)
    engine.build(people_file)
    print(f"built {os.getpid()}", flush=True)
    while order := sys.stdin.readline():
        seconds, count = (int(number) for number in order.split())
        texts = [sys.stdin.readline().rstrip("\n").split("\t")[1] for _ in range(count)]
        until = time.perf_counter() + seconds
        answers = []
        for text in texts:
            began = time.perf_counter()
            if began > until:
                break
            found = engine.search(text)
            answers.append(f"{round((time.perf_counter() - began) * 1e6)}\t{' '.join(found)}")
        print("\n".join([*answers, "done"]), flush=True)


main()
