/// A browser in words, as far as it says what it is. People recognise their own by it; nothing is decided by it.
struct DeviceName: Sendable, Hashable {
    let chinese: String

    private static let browsers = [
        ("MicroMessenger", "微信"), ("Edg", "Edge 浏览器"), ("Firefox", "Firefox 浏览器"), ("OPR", "Opera 浏览器"),
        ("Chrome", "Chrome 浏览器"), ("Safari", "Safari 浏览器"), ("curl", "curl 程序"), ("python", "Python 程序"),
    ]
    private static let systems = [
        ("HarmonyOS", "鸿蒙"), ("Android", "安卓"), ("iPhone", "iPhone"), ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS X", "Mac"), ("Linux", "Linux"),
    ]

    init(agent: String) {
        let browser = Self.browsers.first { agent.contains($0.0) }?.1
        let system = Self.systems.first { agent.contains($0.0) }?.1
        chinese =
            switch (system, browser) {
            case (let system?, let browser?): "\(system) 上的 \(browser)"
            case (let system?, nil): "\(system) 设备"
            case (nil, let browser?): browser
            case (nil, nil): "未知设备"
            }
    }
}
