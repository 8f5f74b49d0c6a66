import Accountability
import AdministrativeHall
import Bulletins
import Cockpit
import Consultations
import Forum
import Hearings
import Hotline
import Languages
import Oversight
import ParticipationFigures
import Performance
import ServiceRequests
import SiteSearch
import SiteStatistics
import Supervision
import SupervisionOrders
import Surveys
import Targets
import Web
import WorkingTime

extension WebSettings {
    /// The web door of this installation: names, paths and masthead links.
    static func minben(
        _ configuration: Configuration, secret: [UInt8], seen: @escaping @Sendable (Visit) -> Void,
        now: @escaping @Sendable () -> Instant
    ) -> WebSettings {
        let paths = SitePaths(
            messages: "/my/messages", accessibility: "/accessibility", account: "/my/cases",
            security: "/account/security", search: SearchPath.search)
        let site = Site(
            footer: [
                Link("关于本站", "/about"), Link("无障碍", "/accessibility"), Link("提意见", "/opinions"),
                Link("信息公开", "/openness/guide"),
                Link("办事大厅", HallPath.halls), Link("大家的诉求", RequestPath.register),
                Link("网上调查", SurveyPath.all), Link("征求意见", ConsultationPath.all),
                Link("听证会", HearingPath.all), Link("市民论坛", ForumPath.all),
                Link("监督", PerformancePath.published),
                Link("验证存证", "/proofs"),
                Link("开放接口", "/api/v1/openapi.json"),
            ],
            paths: paths, address: configuration.publicAddress)
        var settings = WebSettings(
            site: site, secret: secret, isHTTPS: configuration.isHTTPS,
            trustedProxies: configuration.trustedProxies,
            navigation: [
                NavigationLink("我的办件", "/my/cases", audience: .applicants),
                NavigationLink("我的证照", "/my/licences", audience: .applicants),
                NavigationLink("我的信息", "/my/data", audience: .applicants),
                NavigationLink("我的诉求", RequestPath.mine, audience: .applicants),
                NavigationLink("我的论坛", ForumPath.mine, audience: .applicants),
                NavigationLink("我的预约", HallPath.mine, audience: .applicants),
                NavigationLink("我的年检", "/my/inspections", audience: .applicants),
                NavigationLink("工作台", "/desk", audience: .staff),
                NavigationLink("待办", "/desk", area: .desk, audience: .staff),
                NavigationLink("找办件", "/desk/cases", area: .desk, audience: .staff),
                NavigationLink("大厅", HallPath.desk, area: .desk, audience: .role("clerk")),
                NavigationLink("热线", HotlinePath.desk, area: .desk, audience: .role("hotline")),
                NavigationLink("热线数据", HotlinePath.figures, area: .desk, audience: .role("leader")),
                NavigationLink("群众诉求", RequestPath.desk, area: .desk, audience: .role("hotline")),
                NavigationLink("知识库", KnowledgePath.desk, area: .desk, audience: .role("officer")),
                NavigationLink("知识库", KnowledgePath.desk, area: .desk, audience: .role("head")),
                NavigationLink("群众诉求", RequestPath.desk, area: .desk, audience: .role("officer")),
                NavigationLink("群众诉求", RequestPath.desk, area: .desk, audience: .role("head")),
                NavigationLink("群众诉求", RequestPath.desk, area: .desk, audience: .role("clerk")),
                NavigationLink("原件", HallPath.papers, area: .desk, audience: .role("clerk")),
                NavigationLink("原件", HallPath.papers, area: .desk, audience: .role("officer")),
                NavigationLink("工作日历", "/desk/calendar", area: .desk, audience: .staff),
                NavigationLink("系统管理", "/desk/administration", area: .desk, audience: .role("sysadmin")),
                NavigationLink("系统管理", "/desk/administration", area: .desk, audience: .role("secadmin")),
                NavigationLink("系统管理", "/desk/administration", area: .desk, audience: .role("auditadmin")),
                NavigationLink(
                    "信息请求", "/desk/person-requests", area: .desk, audience: .role("head")),
                NavigationLink("办事渠道", "/desk/access", area: .desk, audience: .role("leader")),
                NavigationLink("表单设计", "/desk/forms", area: .desk, audience: .role("clerk")),
                NavigationLink("表单设计", "/desk/forms", area: .desk, audience: .role("officer")),
                NavigationLink("表单设计", "/desk/forms", area: .desk, audience: .role("head")),
                NavigationLink("一件事", "/desk/joint-services", area: .desk, audience: .role("officer")),
                NavigationLink("一件事", "/desk/joint-services", area: .desk, audience: .role("head")),
                NavigationLink("联合年检", "/desk/inspections", area: .desk, audience: .role("officer")),
                NavigationLink("联合年检", "/desk/inspections", area: .desk, audience: .role("head")),
                NavigationLink("事项库", "/desk/items", area: .desk, audience: .role("officer")),
                NavigationLink("事项库", "/desk/items", area: .desk, audience: .role("head")),
                NavigationLink("决策参考", CockpitPath.cockpit, area: .desk, audience: .role("leader")),
                NavigationLink("决策参考", CockpitPath.cockpit, area: .desk, audience: .role("supervisor")),
                NavigationLink("绩效", PerformancePath.ranking, area: .desk, audience: .role("supervisor")),
                NavigationLink("绩效", PerformancePath.ranking, area: .desk, audience: .role("leader")),
                NavigationLink("绩效", PerformancePath.ranking, area: .desk, audience: .role("head")),
                NavigationLink("监察", SupervisionPath.signals, area: .desk, audience: .role("supervisor")),
                NavigationLink("监察", SupervisionPath.signals, area: .desk, audience: .role("leader")),
                NavigationLink("流程分析", "/desk/process-analysis", area: .desk, audience: .role("supervisor")),
                NavigationLink("流程分析", "/desk/process-analysis", area: .desk, audience: .role("leader")),
                NavigationLink("监察", SupervisionPath.signals, area: .desk, audience: .role("head")),
                NavigationLink("监察通报", BulletinPath.desk, area: .desk, audience: .role("supervisor")),
                NavigationLink("监察通报", BulletinPath.desk, area: .desk, audience: .role("leader")),
                NavigationLink("代表监督", OversightPath.home, area: .desk, audience: .role("deputy")),
                NavigationLink("代表建议", OversightPath.desk, area: .desk, audience: .role("supervisor")),
                NavigationLink("监察", SupervisionPath.signals, area: .desk, audience: .role("officer")),
                NavigationLink("督办", OrderPath.orders, area: .desk, audience: .role("supervisor")),
                NavigationLink("督办", OrderPath.orders, area: .desk, audience: .role("leader")),
                NavigationLink("督办", OrderPath.orders, area: .desk, audience: .role("head")),
                NavigationLink("督办", OrderPath.orders, area: .desk, audience: .role("officer")),
                NavigationLink(
                    "问责", AccountabilityPath.inquiries, area: .desk, audience: .role("supervisor")),
                NavigationLink("问责", AccountabilityPath.inquiries, area: .desk, audience: .role("leader")),
                NavigationLink("问责", AccountabilityPath.inquiries, area: .desk, audience: .role("head")),
                NavigationLink("目标", TargetPath.targets, area: .desk, audience: .role("supervisor")),
                NavigationLink("目标", TargetPath.targets, area: .desk, audience: .role("leader")),
                NavigationLink("目标", TargetPath.targets, area: .desk, audience: .role("head")),
                NavigationLink("目标", TargetPath.targets, area: .desk, audience: .role("officer")),
                NavigationLink("问卷", SurveyPath.desk, area: .desk, audience: .role("officer")),
                NavigationLink("问卷", SurveyPath.desk, area: .desk, audience: .role("head")),
                NavigationLink("征求意见", ConsultationPath.desk, area: .desk, audience: .role("officer")),
                NavigationLink("征求意见", ConsultationPath.desk, area: .desk, audience: .role("head")),
                NavigationLink("听证会", HearingPath.desk, area: .desk, audience: .role("officer")),
                NavigationLink("听证会", HearingPath.desk, area: .desk, audience: .role("head")),
                NavigationLink("论坛管理", ForumPath.desk, area: .desk, audience: .role("hotline")),
                NavigationLink("论坛管理", ForumPath.desk, area: .desk, audience: .role("reviewer")),
                NavigationLink("民意数据", FiguresPath.figures, area: .desk, audience: .role("hotline")),
                NavigationLink("民意数据", FiguresPath.figures, area: .desk, audience: .role("leader")),
                NavigationLink("民意数据", FiguresPath.figures, area: .desk, audience: .role("supervisor")),
                NavigationLink("内容管理", "/desk/content", area: .desk, audience: .role("editor")),
                NavigationLink("内容管理", "/desk/content", area: .desk, audience: .role("reviewer")),
                NavigationLink("内容管理", "/desk/content", area: .desk, audience: .role("publisher")),
                NavigationLink("多语言", LanguagesPath.desk, area: .desk, audience: .role("publisher")),
                NavigationLink("访问统计", StatisticsPath.desk, area: .desk, audience: .role("editor")),
                NavigationLink("站内搜索", SearchPath.desk, area: .desk, audience: .role("editor")),
                NavigationLink(
                    "信息公开", "/desk/disclosure", area: .desk, audience: .role("officer")),
                NavigationLink("请假代理", "/desk/deputies", area: .desk, audience: .staff),
            ],
            // Machines file in bursts: a counter terminal sends what it gathered while the line was down.
            apiWrites: RateLimit(
                burst: configuration.apiWritesPerMinute / 5, perMinute: configuration.apiWritesPerMinute),
            now: now)
        settings.seen = seen
        return settings
    }
}
