using System.Diagnostics;
using CrimeInsight.Tests.Support;

namespace CrimeInsight.Tests.Architecture;

/// <summary>The build itself refuses private members that nothing uses.</summary>
public sealed class UnusedMemberTests
{
    private static readonly string[] s_rules = [".editorconfig", "Directory.Build.props", "global.json"];

    [Theory]
    [InlineData("private int Unused() => 1;", "IDE0051")]
    [InlineData("private int _written; internal void Write() => _written = 1;", "IDE0052")]
    [InlineData("private readonly int _used = 1; internal int Use() => _used;", null)]
    public async Task Build_PrivateMember_MustBeUsed(string members, string? refusal)
    {
        var folder = Directory.CreateTempSubdirectory("crimeinsight-rules-");
        foreach (var rule in s_rules)
            File.Copy(Repository.PathOf(rule), Path.Combine(folder.FullName, rule));
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "A.csproj"), "<Project Sdk=\"Microsoft.NET.Sdk\" />", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            Path.Combine(folder.FullName, "A.cs"), $"internal sealed class A\n{{\n    {members}\n}}\n", TestContext.Current.CancellationToken);
        using var build = Process.Start(
            new ProcessStartInfo("dotnet", ["build", "-v", "q", "-nologo"]) { WorkingDirectory = folder.FullName, RedirectStandardOutput = true })!;
        var said = await build.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await build.WaitForExitAsync(TestContext.Current.CancellationToken);
        folder.Delete(recursive: true);
        Assert.Equal(refusal is null, build.ExitCode == 0);
        Assert.Contains(refusal is null ? "" : $"error {refusal}", said, StringComparison.Ordinal);
    }
}
