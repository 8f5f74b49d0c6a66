import Government
import ProcessMining
import Web

extension TraceFilter {
    /// What the cases have in common, for the head of their list.
    ///
    /// - Parameter trace: one of them, which knows what steps are called.
    func sentence(_ trace: CaseTrace?, _ organs: [Organ]) -> String {
        func name(_ step: String) -> String {
            "「\(trace?.events.last { $0.step == step }?.name ?? step)」"
        }
        return switch self {
        case .path(let path):
            path.isEmpty
                ? "已经办结，没有办理步骤。" : "已经办结，走的是同一条路径：\(path.map(name).joined(separator: " → "))。"
        case .pair(let from, let to): "已经办结，办完\(name(from))接着办\(name(to))。"
        case .end(let step, let isFirst): "已经办结，\(isFirst ? "最先" : "最后")办的是\(name(step))。"
        case .series(let first, let second): "已经办结，\(name(first))办完才开始办\(name(second))，其实可以同时办。"
        case .jointSeries: "已经办结，有两个事项先后办理，其实可以同时办。"
        case .replayed(_, let version, let isFit):
            "已经办结，走的是流程第 \(version) 版\(isFit.map { $0 ? "，按图办理" : "，有和图不一样的地方" } ?? "")。"
        case .repetition(let repetition): "「\(repetition.material)」\(repetition.kind.chinese)。"
        case .deviation(let deviation): "已经办结，\(name(deviation.step))\(deviation.kind.chinese)。"
        case .step(let step): "已经办结，办过\(name(step))。"
        case .again(let step): "已经办结，\(name(step))不止办了一次。"
        case .taken(let step): "已经办结，\(name(step))是领取以后办的。"
        case .untaken(let step): "已经办结，\(name(step))没有领取就办了。"
        case .version(let version): "已经办结，走的是流程第 \(version) 版。"
        case .lead(let key): "已经办结，由\(organs.first { $0.key == key }?.name ?? key)主办。"
        case .handedOver(let organ): organ ? "已经办结，中途换过部门。" : "已经办结，中途换过人。"
        case .repeated: "已经办结，有步骤不止办了一次。"
        case .finished: "已经办结。"
        case .underWay: "还在办理。"
        }
    }
}

extension AnalysisScope {
    /// Where the cases behind a number stand.
    func address(of filter: TraceFilter) -> String {
        let (kind, steps) = filter.query
        if case .path(let path) = filter { return address(AnalysisPath.cases, path: path) }
        return
            "\(address(AnalysisPath.cases))&of=\(kind)&steps=\(steps.map(Self.coded).joined(separator: ","))"
    }

    /// A number that opens to its cases.
    func link(_ number: Int, _ filter: TraceFilter) -> HTML {
        number == 0 ? "0" : "<a href=\"\(address(of: filter))\">\(number)</a>"
    }
}
