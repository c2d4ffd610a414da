using CrimeInsight.Core;
using CrimeInsight.Core.Reference;

namespace CrimeInsight.Web.Shared.Security;

/// <summary>
/// Whether the site answers to any name. Reached from other computers it must be told its own (<c>AllowedHosts</c>), or a page of an
/// attacker's name that leads here is taken for one of ours. With invented data alone it is only said.
/// </summary>
internal static partial class OpenHosts
{
    public const string Setting = "AllowedHosts";

    /// <exception cref="OperatorException">Real data would be served under any name.</exception>
    public static void Require(string? allowedHosts, IEnumerable<string> addresses, bool isDemo, DataStatus status, ILogger logger)
    {
        var isOpen = string.IsNullOrWhiteSpace(allowedHosts) || allowedHosts.Split(';').Any(host => host.Trim() is "*" or "[::]" or "0.0.0.0");
        if (!isOpen || addresses.All(IsOwnComputer))
            return;
        if (!isDemo || status.IsDemoOver)
            throw new OperatorException(
                $"The site can be reached from other computers and answers to any host name. Set {Setting} to its own, for "
                    + $"example {Setting}=crime.example.in, or listen on localhost only.");
        LogOpen(logger, Setting);
    }

    private static bool IsOwnComputer(string address) =>
        Uri.TryCreate(address.Replace("//*", "//0.0.0.0", StringComparison.Ordinal).Replace("//+", "//0.0.0.0", StringComparison.Ordinal), UriKind.Absolute,
            out var uri) && uri.IsLoopback;

    [LoggerMessage(Level = LogLevel.Warning,
        Message = "The site can be reached from other computers and answers to any host name; set {Setting} to its own before real data are loaded")]
    private static partial void LogOpen(ILogger logger, string setting);
}
