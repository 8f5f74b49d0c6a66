import AdministrativeHall
import Consultations
import Forum
import Hearings
import Performance
import ServiceRequests
import SiteSearch
import Surveys
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
            ],
            // Machines file in bursts: a counter terminal sends what it gathered while the line was down.
            apiWrites: RateLimit(
                burst: configuration.apiWritesPerMinute / 5, perMinute: configuration.apiWritesPerMinute),
            now: now)
        settings.desk = DeskSection.all
        settings.seen = seen
        return settings
    }
}
