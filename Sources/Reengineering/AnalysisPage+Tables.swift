import Government
import ProcessMining
import Services
import Web

extension AnalysisPage {
    var steps: HTML {
        let sorted = statistics.steps.sorted {
            ($0.value.natural.quantile(50) ?? 0, $1.key) > ($1.value.natural.quantile(50) ?? 0, $0.key)
        }
        return Table(
            "各步骤的停留",
            columns: [
                .init("步骤"), .init("办理次数", isNumber: true), .init("停留中位数", isNumber: true),
                .init("九成不超过", isNumber: true), .init("工作日中位数", isNumber: true),
                .init("重办", isNumber: true),
            ],
            rows: sorted.prefix(Self.mostRows).map { element, step in
                [
                    "\(step.name)", scope.link(step.natural.count, .step(element)),
                    "\(NaturalTime.words(step.natural.quantile(50)))",
                    "\(NaturalTime.words(step.natural.quantile(90)))",
                    "\(step.working.quantile(50) ?? 0)", scope.link(step.repetitions, .again(element)),
                ]
            }
        ).html
    }

    var pairs: HTML {
        let sorted = statistics.follows.sorted {
            ($0.value, $1.key.from, $1.key.to) > ($1.value, $0.key.from, $0.key.to)
        }
        return Table(
            "步骤的先后", columns: [.init("这一步"), .init("接下来"), .init("次数", isNumber: true)],
            rows: sorted.prefix(Self.mostRows).map { pair, count in
                [
                    "\(statistics.steps[pair.from]?.name ?? pair.from)",
                    "\(statistics.steps[pair.to]?.name ?? pair.to)",
                    scope.link(count, .pair(pair.from, pair.to)),
                ]
            }
        ).html
    }

    var versions: [(name: String, spread: Spread, filter: TraceFilter)] {
        statistics.versions.sorted { $0.key < $1.key }.map { ("第 \($0.key) 版", $0.value, .version($0.key)) }
    }

    var byOrgan: [(name: String, spread: Spread, filter: TraceFilter)] {
        statistics.organs.sorted { $0.key < $1.key }.map { key, spread in
            (organs.first { $0.key == key }?.name ?? key, spread, .lead(key))
        }
    }

    func spreads(
        _ title: String, _ first: String, _ rows: [(name: String, spread: Spread, filter: TraceFilter)]
    ) -> HTML {
        Table(
            title,
            columns: [
                .init(first), .init("件数", isNumber: true), .init("用时中位数", isNumber: true),
                .init("九成不超过", isNumber: true),
            ],
            rows: rows.map { row in
                [
                    "\(row.name)", scope.link(row.spread.count, row.filter),
                    "\(NaturalTime.words(row.spread.quantile(50)))",
                    "\(NaturalTime.words(row.spread.quantile(90)))",
                ]
            }
        ).html
    }
}
