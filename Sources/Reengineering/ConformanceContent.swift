import BusinessProcess
import Cases
import ProcessMining
import Web

/// How far cases went as drawn, and where they did not.
struct ConformanceContent {
    let scope: AnalysisScope
    let findings: ConformanceFindings
    let library: ProcessLibrary

    private struct Row {
        let key: ProcessKey
        let name: String
        /// What the net has no words for, instead of figures.
        let unspeakable: Unspeakable?
        let known: ConformanceStatistics
    }

    private var rows: [Row] {
        findings.drawings.sorted { $0.key < $1.key }.map { version, known in
            let definition = library.definition(version.key)
            return Row(
                key: version.key, name: definition?.name ?? version.process,
                unspeakable: definition.flatMap(Self.unspeakable), known: known)
        }
    }

    private static func unspeakable(_ definition: ProcessDefinition) -> Unspeakable? {
        do throws(Unspeakable) {
            _ = try PetriNet(definition)
            return nil
        } catch {
            return error
        }
    }

    private var deviations: [(deviation: Replay.Deviation, found: ConformanceStatistics.Departure)] {
        findings.deviations.map { ($0.key, $0.value) }.sorted {
            ($0.1.cases, $1.0.step, $1.0.kind.rawValue) > ($1.1.cases, $0.0.step, $0.0.kind.rawValue)
        }
    }

    var html: HTML {
        guard !rows.isEmpty else {
            return EmptyState("这一年还没有办结的办件", "<p>换一个事项或者年份看看。</p>").html
        }
        return """
            <p>\(finding)</p>
            <h3>各版流程图</h3>\(drawings)
            \(if: !deviations.isEmpty, "<h3>和流程图不一样的地方</h3>\(deviationTable)")
            <p class="hint">符合度按令牌重演计算：缺的令牌和剩下的令牌越少越接近 100%。图上的条件不核对，系统自己做的步骤和到时限自动转走的不算偏离。\
            退回、撤回、跳转是工作人员依规定改变次序，图上没有画，也会列在这里：请打开办件看原因，不等于违规。</p>
            """
    }

    private var finding: String {
        let known = rows.filter { $0.unspeakable == nil }
        let (cases, fit) = known.reduce((0, 0)) {
            ($0.0 + $1.known.cases, $0.1 + $1.known.fit)
        }
        guard cases > 0 else { return "这些流程图还不能重演。" }
        return fit == cases
            ? "重演了 \(cases) 件，全部按图办理。" : "重演了 \(cases) 件，\(fit) 件按图办理，\(cases - fit) 件有和图不一样的地方。"
    }

    private var drawings: HTML {
        Table(
            "各版流程图",
            columns: [
                .init("流程"), .init("版本", isNumber: true), .init("重演", isNumber: true),
                .init("按图办理", isNumber: true), .init("有偏离", isNumber: true), .init("符合度", isNumber: true),
                .init("Petri 网"),
            ],
            rows: rows.map { row in
                let (key, known) = (row.key, row.known)
                if let unspeakable = row.unspeakable {
                    return [
                        "\(row.name)", "\(key.version)", "—", "—", "—", "—",
                        "有\(unspeakable.kind)「\(unspeakable.name)」，不能重演",
                    ]
                }
                return [
                    "\(row.name)", "\(key.version)",
                    scope.link(known.cases, .replayed(key.id, key.version, isFit: nil)),
                    scope.link(known.fit, .replayed(key.id, key.version, isFit: true)),
                    scope.link(known.cases - known.fit, .replayed(key.id, key.version, isFit: false)),
                    "\(Self.percent(known.fitness))",
                    "<a href=\"\(AnalysisPath.net)?process=\(key.id)&amp;version=\(key.version)\">PNML</a>",
                ]
            }
        ).html
    }

    private static func percent(_ share: Double?) -> String {
        guard let share else { return "—" }
        let tenths = Int((share * 1_000).rounded(.down))
        return "\(tenths / 10).\(tenths % 10)%"
    }

    private var deviationTable: HTML {
        Table(
            "和流程图不一样的地方", columns: [.init("步骤"), .init("哪里不一样"), .init("件数", isNumber: true), .init("例子")],
            rows: deviations.prefix(AnalysisPage.mostRows).map { deviation, found in
                [
                    "\(findings.names[deviation.step] ?? deviation.step)", "\(deviation.kind.chinese)",
                    scope.link(found.cases, .deviation(deviation)), found.examples.links,
                ]
            }
        ).html
    }
}

extension Replay.Deviation.Kind {
    var chinese: String {
        switch self {
        case .outOfTurn: "按图还没有轮到就办了（或者重办了）"
        case .notDrawn: "图上没有这一步"
        case .leftOpen: "按图还应该办，件已经结束"
        }
    }
}
