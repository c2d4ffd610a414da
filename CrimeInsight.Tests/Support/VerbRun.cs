using System.Diagnostics;

namespace CrimeInsight.Tests.Support;

/// <summary>A verb of the web binary, run to its end in a process of its own over a database of the tests.</summary>
internal sealed record VerbRun(int ExitCode, string Output, string Errors)
{
    public static async Task<VerbRun> OverAsync(DatabaseFixture database, CancellationToken cancellationToken, params string[] words)
    {
        var binary = Path.Combine(AppContext.BaseDirectory, "CrimeInsight.Web.dll");
        var start = new ProcessStartInfo("dotnet", [binary, .. words])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = AppContext.BaseDirectory,
        };
        start.Environment["ConnectionStrings__CrimeInsight"] = database.AppConnectionString;
        start.Environment["ConnectionStrings__CrimeInsightOwner"] = database.OwnerConnectionString;
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(cancellationToken), process.StandardError.ReadToEndAsync(cancellationToken));
        await process.WaitForExitAsync(cancellationToken);
        return new VerbRun(process.ExitCode, await output, await errors);
    }
}
