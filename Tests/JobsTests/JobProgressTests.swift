import Jobs
import Testing
import WorkingTime

@Suite("任务的进度")
struct JobProgressTests {
    private let start = Instant(milliseconds: 1_795_000_000_000)

    @Test("不知道总数时只说完成了多少，不猜还要多久")
    func unknownTotal() {
        var progress = JobProgress(steppedAt: start)
        progress.step(done: 12, total: nil, at: start.adding(seconds: 3))
        #expect(progress.countWords(unit: "件") == "已完成 12 件")
        #expect(progress.percent == nil && progress.remainingWords == nil)
        #expect(progress.rateWords(unit: "件") == "每秒 4 件")
    }

    @Test("还没有走过一步时不说速度")
    func noStep() {
        let progress = JobProgress(done: 0, total: 100)
        #expect(progress.rateWords(unit: "件") == nil && progress.remainingWords == nil)
        #expect(progress.percent == 0)
    }

    @Test("说明数量、速度和剩余时间")
    func words() {
        var progress = JobProgress(steppedAt: start)
        progress.step(done: 100, total: 1_000, at: start.adding(seconds: 20))
        #expect(progress.countWords(unit: "件") == "已完成 100 件，共 1000 件")
        #expect(progress.percent == 10)
        #expect(progress.rateWords(unit: "件") == "每秒 5 件")
        #expect(progress.remainingSeconds == 180)
        #expect(progress.remainingWords == "约还需 3 分钟")
    }

    @Test("速度以最近几步为主")
    func recentSteps() throws {
        var progress = JobProgress(done: 0, total: 10_000, rate: 100, steppedAt: start)
        for step in 1...10 { progress.step(done: 10, total: nil, at: start.adding(seconds: step)) }
        #expect(try #require(progress.rate) < 13)
    }

    @Test("多出来的不会超过百分之百", arguments: [(100, 100), (100, 130)])
    func full(_ total: Int, _ done: Int) {
        let progress = JobProgress(done: done, total: total, rate: 1)
        #expect(progress.percent == 100 && progress.remainingWords == nil)
        #expect(progress.countWords(unit: "件") == "已完成 \(done) 件，共 \(done) 件")
    }

    @Test(
        "剩余时间用人说的单位",
        arguments: [
            (30, "约还需不到 1 分钟"), (90, "约还需 2 分钟"), (3_500, "约还需 58 分钟"), (3_590, "约还需 1 小时"),
            (7_200, "约还需 2 小时"), (172_800, "约还需 2 天"),
        ])
    func units(_ seconds: Int, _ words: String) {
        #expect(JobProgress(done: 0, total: seconds, rate: 1).remainingWords == words)
    }

    @Test("很慢时按分钟说速度")
    func slow() {
        #expect(JobProgress(done: 1, total: nil, rate: 0.1).rateWords(unit: "件") == "每分钟 6 件")
    }
}
