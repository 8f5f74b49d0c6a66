import Modules
import Storage
import WorkingTime

/// Lets the jobs run at moments of our choosing, and takes the time.
struct Measuring {
    let database: Database
    let jobs: [Job]
    let now: Instant

    private func run(_ name: String, at now: Instant) async throws -> Double {
        guard let job = jobs.first(where: { $0.name == name }) else { return 0 }
        return try await SupervisionBenchmark.seconds { try await job.run(now) }
    }

    private func signals() async throws -> Int {
        try await database.read { try $0.count("SELECT count(*) FROM supervision_signal") }
    }

    /// The delivered rules come with the first run; then the bound of each is set high, for there is a backlog.
    func installRules() async throws {
        _ = try await run("supervision.sweep", at: now)
        try await database.write { tx in
            try tx.send(
                "UPDATE supervision_rule SET body = replace(body, '\"per_minute\":2000', '\"per_minute\":100000')"
            )
        }
    }

    func run() async throws -> [String: Double] {
        var figures: [String: Double] = [:]
        figures["rules"] = Double(
            try await database.read {
                try $0.count("SELECT count(*) FROM supervision_rule WHERE state = 'on'")
            })
        figures["firstLookSeconds"] = try await SupervisionBenchmark.seconds {
            repeat { _ = try await run("supervision.sweep", at: now) } while try await isSweeping()
        }
        figures["firstLookSignals"] = Double(try await signals())
        figures.merge(try await quiet()) { $1 }
        figures.merge(try await busiest()) { $1 }
        figures.merge(try await cockpit()) { $1 }
        return figures
    }

    private func isSweeping() async throws -> Bool {
        try await database.read {
            try $0.row("SELECT value FROM supervision_mark WHERE name = 'sweep'")?.text("value").isEmpty
                == false
        }
    }

    /// A minute to which nothing has come.
    private func quiet() async throws -> [String: Double] {
        _ = try await run("supervision.time", at: now)
        var seconds: [Double] = []
        for _ in 0..<200 { seconds.append(try await run("supervision.time", at: now)) }
        seconds.sort()
        return ["quietMinuteP95Ms": seconds[190] * 1_000, "quietMinuteMaxMs": (seconds.last ?? 0) * 1_000]
    }

    /// The minutes that bring most: each after what was before it.
    private func busiest() async throws -> [String: Double] {
        let minutes = try await database.read { tx in
            try tx.rows(
                """
                SELECT next_at / 60000 AS minute, count(*) AS total FROM supervision_watch
                WHERE next_at < \(now.adding(seconds: 3 * 86_400)) GROUP BY next_at / 60000
                ORDER BY total DESC LIMIT 3
                """
            ).map { try $0.id("minute") }.sorted()
        }
        var figures: [String: Double] = [:]
        for (place, minute) in minutes.enumerated() {
            let start = Instant(milliseconds: minute * 60_000)
            _ = try await run("supervision.time", at: Instant(milliseconds: start.milliseconds - 1))
            let before = try await signals()
            let cases = try await database.read {
                try $0.count(
                    "SELECT count(*) FROM supervision_watch WHERE next_at <= \(start.adding(seconds: 60))")
            }
            figures["minute\(place)Seconds"] = try await run(
                "supervision.time", at: start.adding(seconds: 60))
            figures["minute\(place)Signals"] = Double(try await signals() - before)
            figures["minute\(place)Cases"] = Double(cases)
        }
        return figures
    }

    private func cockpit() async throws -> [String: Double] {
        var first: Double = 0
        for _ in 0..<11 { first += try await run("cockpit.count", at: now) }
        var seconds: [Double] = []
        for _ in 0..<20 { seconds.append(try await run("cockpit.count", at: now)) }
        seconds.sort()
        return ["cockpitYearSeconds": first, "cockpitCountP95Ms": seconds[18] * 1_000]
    }
}
