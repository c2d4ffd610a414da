using System.Diagnostics;
using System.Globalization;
using CrimeInsight.Data.Embedded;

namespace CrimeInsight.Tests.Support.Browser;

/// <summary>The private server of a site's data folder, to hold and to kill: only processes of that folder are ever signalled.</summary>
internal static class SiteDatabase
{
    /// <summary>All processes of the server stand still, and answer nothing, until they go on.</summary>
    public static Task HoldAsync(this SiteProcess site) => SignalAsync("-STOP", Family(site));

    public static Task GoOnAsync(this SiteProcess site) => SignalAsync("-CONT", Family(site));

    /// <summary>kill -9 of the server; the processes it began end by themselves.</summary>
    public static Task KillAsync(this SiteProcess site) => SignalAsync("-KILL", [Postmaster(site)]);

    public static int Postmaster(SiteProcess site) => PostmasterFile.Read(new DataFolder(site.DataFolder).Cluster)!.ProcessId;

    private static List<int> Family(SiteProcess site)
    {
        var parent = Postmaster(site);
        var children = File.ReadAllText($"/proc/{parent}/task/{parent}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return [parent, .. children.Select(child => int.Parse(child, CultureInfo.InvariantCulture))];
    }

    private static async Task SignalAsync(string signal, List<int> processes)
    {
        using var kill = Process.Start("kill", [signal, .. processes.Select(id => id.ToString(CultureInfo.InvariantCulture))]);
        await kill.WaitForExitAsync();
    }
}
