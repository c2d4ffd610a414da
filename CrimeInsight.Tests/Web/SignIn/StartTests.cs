using System.Net;
using System.Net.Sockets;
using CrimeInsight.Core;
using CrimeInsight.Core.Reference;
using CrimeInsight.Data.Keys;
using CrimeInsight.Tests.Support;
using CrimeInsight.Web;
using CrimeInsight.Web.Shared.Security;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CrimeInsight.Tests.Web.SignIn;

/// <summary>What keeps the site from starting is said in one line.</summary>
public sealed class StartTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task StartAsync_PortInUse_IsOneLineWithTheRemedy()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}";
        await using var app = site.Build("--urls", address);

        var problem = await Assert.ThrowsAsync<OperatorException>(() => SiteServer.StartAsync(app, Cancel));

        Assert.Contains(address, problem.Message, StringComparison.Ordinal);
        Assert.Contains("choose another address by --urls", problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', problem.Message);
        Assert.Equal("", Line(problem.InnerException!));
    }

    [Theory]
    [InlineData("*", "http://0.0.0.0:80", false, false, true)]
    [InlineData("*", "http://[::]:80", false, false, true)]
    [InlineData(null, "http://*:80", false, false, true)]
    [InlineData("crime.example.in;*", "http://10.0.0.7:80", false, false, true)]
    [InlineData("*", "http://0.0.0.0:80", true, true, true)]
    [InlineData("*", "http://0.0.0.0:80", true, false, false)]
    [InlineData("crime.example.in", "http://0.0.0.0:80", false, false, false)]
    [InlineData("*", "http://127.0.0.1:80", false, false, false)]
    [InlineData("*", "http://localhost:80", false, false, false)]
    [InlineData("*", "http://[::1]:80", false, true, false)]
    public void OpenHosts_AnyNameFromOtherComputers_IsRefusedOnceDataAreReal(string? hosts, string address, bool isDemo, bool isOver, bool isRefused)
    {
        var status = new DataStatus(1, !isOver, 1, null, null, null) { IsDemoOver = isOver };
        var problem = Record.Exception(() => OpenHosts.Require(hosts, [address], isDemo, status, NullLogger.Instance));
        Assert.Equal(isRefused, problem is OperatorException);
        if (isRefused)
            Assert.Contains("AllowedHosts=", problem!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void PlainConsole_KnownCondition_IsOneLineAndAnUnknownKeepsItsStack()
    {
        Assert.Equal($"warn: test[0]{Environment.NewLine}      message (The query took too long.){Environment.NewLine}",
            Line(Thrown(new TimeoutException("The query took too long."))));
        Assert.Contains("   at ", Line(Thrown(new InvalidOperationException("never thought of"))), StringComparison.Ordinal);
        Assert.DoesNotContain(
            "   at ", Line(Thrown(new Npgsql.NpgsqlException("away", new SocketException((int)SocketError.ConnectionRefused)))), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", Line(Thrown(new Npgsql.PostgresException("shutting down", "FATAL", "FATAL", "57P01"))), StringComparison.Ordinal);
        Assert.Contains("   at ", Line(Thrown(new Npgsql.PostgresException("wrong", "ERROR", "ERROR", "42601"))), StringComparison.Ordinal);
    }

    [Fact]
    public void OpenLock_FileThatWasOpenToAll_IsForTheAppAlone()
    {
        if (OperatingSystem.IsWindows())
            return;
        var folder = Directory.CreateTempSubdirectory("crimeinsight-lock-").FullName;
        var (made, old) = (Path.Combine(folder, "start.lock"), Path.Combine(folder, "server.lock"));
        File.WriteAllText(old, "");
        File.SetUnixFileMode(old, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead | UnixFileMode.GroupRead);
        foreach (var path in new[] { made, old })
        {
            using var held = PrivateFile.OpenLock(path);
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
            Assert.Throws<IOException>(() => PrivateFile.OpenLock(path));
        }

        Directory.Delete(folder, recursive: true);
    }

    private static string Line(Exception problem)
    {
        using var output = new StringWriter();
        new PlainConsole().Write(new LogEntry<string>(LogLevel.Warning, "test", 0, "message", problem, (state, _) => state), null, output);
        return output.ToString();
    }

    private static Exception Thrown(Exception problem)
    {
        try
        {
            throw problem;
        }
        catch (Exception caught)
        {
            return caught;
        }
    }
}
