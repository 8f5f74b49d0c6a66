import Government
import Refusals
import Storage
import Web
import WorkingTime

/// What was noticed, the newest first.
struct SignalListPage {
    let slice: Slice<Signal>
    let counts: [SupervisionRule.Level: Int]
    let filter: SignalFilter
    /// Those that are gone too.
    let organs: [Organ]
    let readsRules: Bool
    let now: Instant
    /// What is new stands on the first page: it is fetched again and again while somebody looks.
    let isFirst: Bool
    let pager: Pager

    var page: Page {
        Page(
            "监察信号", crumbs: [Link("工作台", "/desk"), Link("监察信号", nil)], width: .wide, area: .desk,
            scripts: ["live.js"],
            body: """
                <h1>监察信号</h1>
                <p class="lead">规则自动发现的提醒、预警和黄牌、红牌。涉及的部门可以说明和申诉，由另一人裁定；期满没有申诉，或者申诉不成立的，黄牌、红牌成立。</p>
                \(if: readsRules, "<p class=\"actions\"><a class=\"button quiet\" href=\"\(SupervisionPath.rules)\">监察规则</a></p>")
                <p><a href="\(SupervisionPath.kinds)">报送监察的事项</a>：处罚、采购、项目、检查等在别处办理的事项。</p>
                \(filters)
                <div data-live="\(isFirst ? "5" : "")">\(totals)
                \(slice.items.isEmpty ? empty : table)
                \(pager.html)</div>
                \(if: !slice.items.isEmpty, "<p><a href=\"\(file)\" download>下载这些信号（CSV）</a></p>")
                """)
    }

    private var totals: HTML {
        let words = SupervisionRule.Level.allCases.reversed().map { "\($0.chinese) \(counts[$0] ?? 0) 条" }
        let confirmed = "\(SupervisionPath.signals)?state=\(Signal.State.confirmed.rawValue)"
        return """
            <p><strong>待处理：</strong>\(words.joined(separator: "，"))。<a href="\(confirmed)">已成立的黄牌、红牌</a>另外列出。</p>
            """
    }

    /// Without a state the list shows what waits, so that all has a word of its own.
    private static let allStates = "all"

    /// The same list as a table.
    private var file: String {
        let parts = [
            "state=\(filter.state?.rawValue ?? Self.allStates)", "level=\(filter.level?.rawValue ?? "")",
            "organ=\(filter.organ ?? "")",
        ]
        return "\(SupervisionPath.file)?\(parts.joined(separator: "&"))"
    }

    private var empty: HTML { EmptyState("没有这样的信号", "<p>换一个条件看看。</p>").html }

    private var filters: HTML {
        """
        <form class="filters" action="\(SupervisionPath.signals)">
        \(select("state", "状态", Signal.State.allCases.map { ($0.rawValue, $0.chinese) }, filter.state?.rawValue, all: Self.allStates))
        \(select("level", "级别", SupervisionRule.Level.allCases.map { ($0.rawValue, $0.chinese) }, filter.level?.rawValue))
        \(if: filter.organs == nil, select("organ", "部门", choices, filter.organ))
        <button class="button">查看</button>
        </form>
        """
    }

    private var choices: [(value: String, label: String)] {
        organs.map { (value: $0.key, label: $0.isLiving ? $0.name : "\($0.name)（已撤并）") }
    }

    private func select(
        _ name: String, _ label: String, _ options: [(value: String, label: String)], _ chosen: String?,
        all: String = ""
    ) -> HTML {
        """
        <div class="filter"><label class="label" for="\(name)">\(label)</label>
        <select class="input" id="\(name)" name="\(name)"><option value="\(all)"\(attribute: "selected", if: chosen == nil)>全部</option>\(each: options, { option in
            "<option value=\"\(option.value)\"\(attribute: "selected", if: option.value == chosen)>\(option.label)</option>"
        })</select></div>
        """
    }

    private var table: HTML {
        let names = organs.namesByKey
        return Table(
            "监察信号", columns: [.init("信号"), .init("办件"), .init("部门"), .init("时间"), .init("状态")],
            rows: slice.items.map { signal in
                [
                    "\(signal.level.badge) <a href=\"\(SupervisionPath.signal(String(signal.id)))\">\(signal.ruleName)</a>",
                    "\(signal.name)<br><a class=\"code\" href=\"\(signal.place)\">\(signal.number)</a>",
                    "\(names[signal.organ] ?? signal.organ)",
                    "<time datetime=\"\(signal.raisedAt.rfc3339)\">\(signal.raisedAt.shortChinese)</time>",
                    signal.standing(at: now),
                ]
            }
        ).html
    }
}

extension SupervisionRule.Level {
    /// The level as a badge.
    var badge: HTML {
        switch self {
        case .reminder: StatusBadge(chinese, .active).html
        case .warning, .yellow: StatusBadge(chinese, .near).html
        case .red: StatusBadge(chinese, .late).html
        }
    }
}

extension Signal {
    /// Where it stands, as a badge.
    func badge(at now: Instant) -> HTML {
        waitsTooLong(at: now) ? StatusBadge("申诉中，裁定超期", .late).html : state.badge
    }

    /// The same, with the day by which an appeal is to be decided.
    fileprivate func standing(at now: Instant) -> HTML {
        guard state == .appealed, let until = decideUntil else { return badge(at: now) }
        return "\(badge(at: now))<br><span class=\"hint\">\(until.day.written)前裁定</span>"
    }

    /// What those who are told of it read: of a card also until when it may be appealed, as the days for that are few.
    var message: Sentence {
        let what = level.isCard ? "\(ruleName)，\(appealUntil.day.chinese)以前可以申诉" : ruleName
        return isElsewhere
            ? "监察\(level.chinese)：报送事项 \(number)「\(name)」\(what)。"
            : "监察\(level.chinese)：办件 \(number)「\(name)」\(what)。"
    }

    /// Where those who are told of it are led: what they may say and appeal stands there, with the way to the matter.
    var address: String { SupervisionPath.signal(String(id)) }
}

extension Signal.State {
    /// The state as a badge.
    var badge: HTML {
        switch self {
        case .open, .appealed: StatusBadge(chinese, .active).html
        case .upheld, .confirmed: StatusBadge(chinese, .late).html
        case .withdrawn, .cancelled: StatusBadge(chinese, .waiting).html
        case .settled: StatusBadge(chinese, .done).html
        }
    }
}
