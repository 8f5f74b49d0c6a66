/// A query with how its rows are read.
///
/// A page asks for what does not depend on one another together: on PostgreSQL that is one journey to the server, and on a
/// busy machine each journey waits for its turn twice.
public struct Question<Answer> {
    let query: SQL
    let read: ([Row]) throws -> Answer

    /// A question.
    public init(_ query: SQL, read: @escaping ([Row]) throws -> Answer) {
        (self.query, self.read) = (query, read)
    }
}

extension Transaction {
    /// The answers to some questions, in their order, asked in one journey; that of a single one as it is. Throws
    /// ``StorageError``, and what reading throws.
    public func ask<each Answer>(
        _ question: repeat Question<each Answer>
    ) throws -> (repeat each Answer) {
        var queries: [SQL] = []
        repeat queries.append((each question).query)
        var answers = try rows(of: queries).makeIterator()
        return (repeat try (each question).read(answers.next() ?? []))
    }
}
