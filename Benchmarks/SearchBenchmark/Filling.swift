import Search
import Storage
import WorkingTime

/// Documents like those of a district: a few words stand in most of them, most words in few, over ten years.
struct Filling {
    let database: Database

    /// - Returns: the seconds it took.
    func fill(_ count: Int) async throws -> Double {
        let began = ContinuousClock.now
        let known = try await database.read {
            try $0.count("SELECT count(*) FROM search_document WHERE source = 'sample'")
        }
        for start in stride(from: known, to: count, by: 500) {
            try await database.write { tx in
                for turn in start..<min(start + 500, count) {
                    try SearchIndex.put(Sample.document(turn, of: count), in: tx)
                }
            }
        }
        return began.duration(to: .now) / Duration.seconds(1)
    }
}

/// What is asked, by kind.
enum Question {
    static let all: [(kind: String, words: String)] = [
        ("character", "政"), ("character", "砚"), ("frequent", "通知"), ("frequent", "端州区"),
        ("common", "食品经营许可"), ("common", "学区划分"), ("two", "星湖 招标"), ("rare", "第七七七七号"),
        ("name", "陈静"), ("long", "关于加强食品安全监督管理工作的通知"), ("initials", "spjyxk"),
        ("none", "居主证"), ("none", "月球户口迁移办法"),
    ]
}

/// One document after another, always the same.
enum Sample {
    private static let subjects = [
        "食品经营许可", "学区划分", "城市更新", "医疗保障", "养老服务", "星湖景区", "端砚文化", "道路施工", "义务教育", "招标投标",
        "公共卫生", "安全生产", "就业创业", "住房公积金", "污水处理", "文物保护", "消防检查", "营商环境", "社会救助", "防汛防风",
    ]
    private static let forms = ["通知", "公告", "公示", "意见", "办法", "方案", "报告", "答复", "解读", "名单"]
    private static let people = ["陈静", "李敏", "张伟", "梁志强", "何婉婷", "黄国华", "冯小燕", "谢文斌"]
    private static let organs = ["scjg", "wsjk", "zjj", "xfjy", "rsj", "jyj"]

    static func document(_ turn: Int, of count: Int) -> SearchDocument {
        var dice = Dice(state: UInt64(turn) &* 0x9e37_79b9_7f4a_7c15 | 1)
        let (subject, form) = (dice.pick(subjects), dice.pick(forms))
        let number = String(turn, radix: 10).map { "零一二三四五六七八九"[Int(String($0)) ?? 0] }
        let days = 3_650 - 3_650 * turn / max(count, 1)
        let sentences = (0..<12).map { _ in
            "\(dice.pick(subjects))和\(dice.pick(subjects))的\(dice.pick(forms))由\(dice.pick(people))负责"
        }
        return SearchDocument(
            source: "sample", key: String(turn), kind: dice.pick(SearchKind.allCases),
            organ: dice.pick(organs),
            title: "端州区关于\(subject)的\(form)（第\(String(number))号）",
            summary: sentences[0] + "。", address: "/sample/\(turn)",
            date: Instant.now.adding(seconds: -days * 86_400).day, text: sentences.joined(separator: "。"))
    }
}

extension String {
    fileprivate subscript(place: Int) -> Character { self[index(startIndex, offsetBy: place)] }
}

/// Numbers that are the same in every run (xorshift).
private struct Dice {
    var state: UInt64

    mutating func pick<T>(_ list: [T]) -> T {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        // The first half of a list comes up three times as often as the second.
        let place = Int(state % UInt64(list.count))
        return list[state % 2 == 0 ? place / 2 : place]
    }
}
