import Codes
import Refusals
import Storage
import WorkingTime

/// Hands out case numbers from blocks leased from the database, so that no row is written for each case and
/// several nodes never meet. A number lost with its node is a gap, never a repetition.
actor CaseNumbers {
    /// Numbers leased at a time, unless more are asked for.
    private static let blockSize = 200
    /// Six digits of a case number count the cases of one day.
    private static let lastSequence = 999_999

    private let database: Database
    private let division: String
    private var day: CivilDate?
    private var free: Range<Int> = 0..<0
    /// The block after that. It is leased before it is needed: else every two hundredth filing made all others wait for
    /// a transaction of its own.
    private var reserve: Range<Int>?
    private var leasing: Task<Void, any Error>?

    init(database: Database, division: String) {
        self.database = database
        self.division = division
    }

    func take(_ count: Int, on day: CivilDate) async throws -> [CaseNumber] {
        while self.day != day || free.count < count {
            if self.day == day, let next = reserve, next.count >= count {
                (free, reserve) = (next, nil)
            } else {
                try await leased(max(Self.blockSize, count), on: day).value
            }
        }
        let taken = free.prefix(count)
        free = taken.endIndex..<free.upperBound
        // When it cannot be had, whoever needs one asks again and is told.
        if free.count < Self.blockSize / 2, reserve == nil { _ = leased(Self.blockSize, on: day) }
        return try taken.map {
            try CaseNumber(division: division, day: (day.year, day.month, day.day), sequence: $0)
        }
    }

    /// A number that no case has, for one that is only tried out.
    nonisolated func blank(on day: CivilDate) throws -> CaseNumber {
        try CaseNumber(division: division, day: (day.year, day.month, day.day), sequence: 0)
    }

    /// One lease at a time, for which whoever comes meanwhile waits: three hundred filings at once had each leased a
    /// block and thrown away all but one, and the numbers of a day were used up within minutes.
    private func leased(_ size: Int, on day: CivilDate) -> Task<Void, any Error> {
        if let leasing { return leasing }
        let lease = Task {
            defer { leasing = nil }
            let block = try await self.lease(size, on: day)
            if self.day != day { (self.day, free) = (day, 0..<0) }
            reserve = block
        }
        leasing = lease
        return lease
    }

    private func lease(_ size: Int, on day: CivilDate) async throws -> Range<Int> {
        let first = try await database.write { tx in
            try tx.count(
                """
                INSERT INTO case_number_block (day, next_sequence) VALUES (\(day), \(1 + size))
                ON CONFLICT (day) DO UPDATE SET next_sequence = case_number_block.next_sequence + \(size)
                RETURNING next_sequence
                """) - size
        }
        guard first + size <= Self.lastSequence else {
            throw DomainError.tooMany("今日办件编号已用完，请明天再提交。", retryAfterSeconds: 3600)
        }
        return first..<(first + size)
    }
}
