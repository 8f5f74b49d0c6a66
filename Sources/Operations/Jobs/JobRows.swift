import Jobs
import Web
import WorkingTime

/// The tables of jobs, one for each state.
struct JobRows {
    let kinds: [JobKind]
    let token: CSRFToken

    func running(_ jobs: [QueuedJob]) -> HTML {
        Table(
            "正在执行的任务", columns: [.init("任务"), .init("进度"), .init("开始"), .init("处理")],
            rows: jobs.map { job in
                [name(job), progress(job), time(job.startedAt), cancel(job)]
            }
        ).html
    }

    func setAside(_ jobs: [QueuedJob]) -> HTML {
        Table(
            "已搁置的任务", columns: [.init("任务"), .init("原因"), .init("进度"), .init("处理")],
            rows: jobs.map { job in
                [
                    name(job),
                    """
                    \(StatusBadge("已搁置", .late).html)\
                    \(if: job.attempts > 1, "<br>连续 \(job.attempts) 次没有成功。")\
                    \(if: job.lastError != nil, "<br><span class=\"reason\">\(job.lastError ?? "")</span>")
                    """,
                    "\(job.progress.countWords(unit: kind(job).unit))", "\(retry(job))\(cancel(job))",
                ]
            }
        ).html
    }

    func waiting(_ jobs: [QueuedJob]) -> HTML {
        Table(
            "等待执行的任务", columns: [.init("任务"), .init("状态"), .init("进度"), .init("处理")],
            rows: jobs.map { job in
                [name(job), turn(job), "\(job.progress.countWords(unit: kind(job).unit))", cancel(job)]
            }
        ).html
    }

    func ended(_ jobs: [QueuedJob]) -> HTML {
        Table(
            "最近结束的任务", columns: [.init("任务"), .init("结果"), .init("数量"), .init("结束")],
            rows: jobs.map { job in
                [name(job), result(job), "\(job.progress.done) \(kind(job).unit)", time(job.finishedAt)]
            }
        ).html
    }

    private func kind(_ job: QueuedJob) -> JobKind {
        kinds.first { $0.name == job.kind } ?? JobKind(job.kind, title: job.kind, which: "{}")
    }

    private func name(_ job: QueuedJob) -> HTML {
        """
        <b>\(kind(job).title)</b>\
        \(optional(kind(job).words(for: job.key)) { "<br><span class=\"quiet-words code\">\($0)</span>" })
        """
    }

    private func progress(_ job: QueuedJob) -> HTML {
        let words = job.progress.words(unit: kind(job).unit)
        return ProgressBar(kind(job).title, percent: job.progress.percent, words: words).html
    }

    private func turn(_ job: QueuedJob) -> HTML {
        guard job.attempts > 0 else { return StatusBadge("等待执行", .waiting).html }
        return """
            \(StatusBadge("等待重试", .near).html)<br>第 \(job.attempts) 次没有成功，\(time(job.dueAt))再试。\
            \(optional(job.lastError) { "<br><span class=\"reason\">\($0)</span>" })
            """
    }

    private func result(_ job: QueuedJob) -> HTML {
        job.state == .done ? StatusBadge("已完成", .done).html : StatusBadge("已取消", .waiting).html
    }

    private func retry(_ job: QueuedJob) -> HTML {
        PostButton("重新执行", action: OperationsPath.attempts(of: String(job.id)), token: token).html
    }

    private func cancel(_ job: QueuedJob) -> HTML {
        PostButton(
            "取消", action: OperationsPath.cancellation(of: String(job.id)), token: token, tone: .danger
        ).html
    }

    private func time(_ instant: Instant?) -> HTML {
        optional(instant) { "<time datetime=\"\($0.rfc3339)\">\($0.shortChinese)</time>" } ?? "—"
    }

    private func optional<Value>(_ value: Value?, _ piece: (Value) -> HTML) -> HTML? { value.map(piece) }
}
