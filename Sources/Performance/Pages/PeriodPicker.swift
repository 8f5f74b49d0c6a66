import Web
import WorkingTime

/// Which period: the running ones and those before.
struct PeriodPicker {
    let period: Period
    let today: CivilDate
    /// Where the choice is taken to.
    var action = PerformancePath.ranking
    var submit = "查看"

    private static let back = [Period.Kind.month: 6, .quarter: 4, .year: 2]

    var periods: [Period] {
        let kinds = Period.Kind.allCases.flatMap { kind -> [Period] in
            (1..<(Self.back[kind] ?? 1)).reduce(into: [Period(kind, of: today)]) { all, _ in
                all.append(all[all.count - 1].previous)
            }
        }
        return kinds.contains(period) ? kinds : kinds + [period]
    }

    var html: HTML {
        """
        <form class="filters" action="\(action)">
        <div class="filter"><label class="label" for="period">哪一期</label>
        <select class="input" id="period" name="period">\(each: periods, { one in
            "<option value=\"\(one.text)\"\(attribute: "selected", if: one == period)>\(one.chinese)</option>"
        })</select></div>
        <button class="button">\(submit)</button>
        </form>
        """
    }
}

/// How far a period has come, and with what it is computed.
struct PeriodState {
    let assessment: Assessment
    /// The points that were frozen.
    let frozen: [String: Int]

    var html: HTML {
        let version = "指标第 \(assessment.version.version) 版"
        guard let record = assessment.record else {
            let counted = assessment.countedAt.map { "，数到 \($0.shortChinese)" } ?? "，还没有数"
            return Notice("没有核定", "<p>现在的得分随时变化\(counted)。按\(version)。</p>").html
        }
        guard let frozenAt = record.frozenAt else {
            let (done, days) = (record.daysDone, assessment.period.days)
            return Notice(
                "正在核定",
                "<p>\(record.askedByName)要求核定，已数 \(done) 天，共 \(days) 天（\(done * 100 / days)%）。刷新看进度。</p>",
                tone: .warning
            ).html
        }
        return Notice(
            "已经核定",
            "<p>\(record.askedByName)于 \(frozenAt.day.chinese) 核定。按\(version)、工作日历第 \(record.calendarVersion ?? 0) 版、当时的部门名录。\(check)</p>",
            tone: .done
        ).html
    }

    /// Whoever looks computes it once more.
    private var check: String {
        let again = assessment.ranking.rows.reduce(into: [String: Int]()) { $0[$1.owner.organ] = $1.points }
        return again == frozen ? "复算一致。" : "复算与核定不一致，请监察人员核查。"
    }
}
