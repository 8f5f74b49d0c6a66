import Government
import Identity
import Refusals
import Storage
import WorkingTime

extension AdministrativeHall {
    /// Two halls of the sample district with their windows, two days of the past, and a few people who wait; once.
    ///
    /// Needs the sample district and the demo accounts.
    /// - Throws: `StorageError`.
    public func seedDemo() async throws {
        let now = clock()
        try await database.write { tx in
            try tx.exclude("demo halls")
            guard try HallStore.halls(in: tx).isEmpty else { return }
            for plan in DemoHall.all { try plan.insert(at: now, in: tx) }
        }
    }
}

/// A hall of the demonstration.
struct DemoHall {
    let name: String
    let address: String
    let working: String
    let rest: String
    let groups: [(letter: String, name: String, words: String, organs: [String])]
    let windows: [String]
    let clerks: [(account: String, skills: String)]

    static let all = [
        DemoHall(
            name: "端州区政务服务中心", address: "肇庆市端州区星湖大道 11 号", working: "09:00-12:00 14:00-17:30",
            rest: "09:00-12:00",
            groups: [
                ("A", "市场准入", "开办企业、个体工商户登记、食品经营许可", ["scjg", "wsjk"]),
                ("B", "工程建设", "施工许可、占道、排水", ["zjj", "cgj"]),
                ("C", "社会民生", "社保、医保、民政、居住证", ["rsj", "ybj", "mzj", "gaj"]),
                ("D", "税务", "发票、申报、清税", ["shuiwu"]),
                ("E", "综合咨询", "取件、咨询、帮办代办", ["zwfw"]),
            ],
            windows: ["A", "A B", "C", "C E", "D", "A B C D E"],
            clerks: [("clerk", "ABCDE"), ("window-1", "AB"), ("window-2", "CE")]),
        DemoHall(
            name: "24 小时政务服务区", address: "肇庆市端州区星湖大道 11 号一楼东侧", working: "00:00-24:00", rest: "00:00-24:00",
            groups: [
                ("A", "企业和个体工商户", "登记、许可、证照打印", ["scjg"]), ("B", "个人事务", "社保、居住证、证明打印", ["rsj", "gaj"]),
            ],
            windows: ["A B", "A", "B"], clerks: [("clerk", "AB"), ("window-1", "A"), ("window-2", "B")]),
    ]

    func insert(at now: Instant, in tx: Transaction) throws {
        let id = tx.ids.next()
        let hall = Hall(
            id: id, organ: "zwfw", name: name, address: address,
            workingHours: try OpeningHours(working, field: "working_hours"),
            restHours: try OpeningHours(rest, field: "rest_hours"), rules: HallRules())
        try HallSetup.insert(hall, position: id, in: tx)
        for group in groups {
            let line = HallSetup.GroupLine(
                letter: group.letter, name: group.name, words: group.words, organs: group.organs, capacity: 4)
            try HallSetup.put(line, in: hall, tx)
        }
        let letters = try HallSetup.letters(of: id, in: tx)
        for (place, serves) in windows.enumerated() {
            try tx.execute(
                """
                INSERT INTO hall_window (id, hall_id, number, serves)
                VALUES (\(tx.ids.next()), \(id), \(place + 1), \(encodeJSON(Self.ids(serves, letters))))
                """)
        }
        for clerk in clerks {
            guard let account = try Accounts.account(named: clerk.account, on: now.day, in: tx) else {
                continue
            }
            try tx.execute(
                """
                INSERT INTO hall_clerk (hall_id, account_id, skills)
                VALUES (\(id), \(account.id), \(encodeJSON(Self.ids(clerk.skills, letters))))
                """)
        }
        try DemoQueue(hall: hall, now: now).insert(in: tx)
    }

    private static func ids(_ text: String, _ letters: [String: Int64]) -> [Int64] {
        text.compactMap { letters[String($0)] }
    }
}
