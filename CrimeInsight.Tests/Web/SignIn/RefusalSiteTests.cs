using System.Globalization;
using System.Net;
using System.Net.WebSockets;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;
using CrimeInsight.Tests.Support;
using CrimeInsight.Web.Shared.Security;
using Dapper;
using Microsoft.Extensions.DependencyInjection;

namespace CrimeInsight.Tests.Web.SignIn;

/// <summary>What is refused leaves a row; what nobody known asks for is counted.</summary>
public sealed class RefusalSiteTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    private const string Password = "correct horse battery";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private RefusalTrail Trail => site.Services.GetRequiredService<RefusalTrail>();

    [Theory]
    [InlineData("/jobs", "page:/jobs")]
    [InlineData("/quality", "page:/quality")]
    [InlineData("/cases/987654321", "incident:987654321")]
    [InlineData("/cases?in=IN-UP", "place:IN-UP")]
    [InlineData("/export/forecast.csv?in=IN-UP", "place:IN-UP")]
    [InlineData("/export/cases.csv?m=count&from=2024-01-01&until=2025-01-01&j=IN-UP", "place:IN-UP")]
    public async Task Request_OutsideRoleOrJurisdiction_LeavesARow(string address, string subject)
    {
        var name = $"officer{Guid.NewGuid():N}"[..20];
        await AddOfficerAsync(name);
        using var client = site.NewClient();
        (await client.SignInAsync(name, Password)).Dispose();

        (await client.GetAsync(address)).Dispose();
        (await client.GetAsync(address)).Dispose();

        for (var tries = 0; tries < 100 && await CountAsync(name, subject) == 0; tries++)
            await Task.Delay(20, Cancel);
        Assert.InRange(await CountAsync(name, subject), 1, 2);
    }

    [Fact]
    public async Task Request_Unknown_IsCountedPerAddressInOneRow()
    {
        await Trail.FlushAsync(Cancel);
        var before = await UnknownAsync();
        using var client = site.NewClient();
        for (var request = 0; request < 7; request++)
            (await client.GetAsync("/map")).Dispose();
        (await client.SignInAsync("nobody-at-all", "x")).Dispose();

        await Trail.FlushAsync(Cancel);

        var after = await UnknownAsync();
        Assert.Equal(before.Rows + 1, after.Rows);
        Assert.Equal(8, after.Last);
        await Trail.FlushAsync(Cancel);
        Assert.Equal(after, await UnknownAsync());
    }

    [Fact]
    public async Task AddUnknown_FloodOfAddresses_StaysBounded()
    {
        await Trail.FlushAsync(Cancel);
        var before = (await UnknownAsync()).Rows;
        for (var address = 0; address < RefusalTrail.MostAddresses + 500; address++)
            Trail.AddUnknown(new IPAddress([10, 1, (byte)(address / 256), (byte)(address % 256)]));

        await Trail.FlushAsync(Cancel);

        Assert.Equal(RefusalTrail.MostAddresses + 1, (await UnknownAsync()).Rows - before);
        await using var owner = await site.Database.Owner.OpenConnectionAsync(Cancel);
        Assert.Equal("500", await owner.ExecuteScalarAsync<string>("SELECT detail ->> 'count' FROM crime.audit WHERE subject = 'address:others'"));
    }

    [Theory]
    [InlineData("https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    [InlineData("http://127.0.0.1:1", HttpStatusCode.Forbidden)]
    [InlineData(null, HttpStatusCode.OK)]
    public async Task Circuit_ForeignOrigin_IsRefused(string? origin, HttpStatusCode expected)
    {
        using var client = site.NewClient();
        (await client.PostFormAsync("/sign-in", "demo", ("Demo.UserName", "demo-officer"))).Dispose();

        using var answer = await client.SendAsync(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1", "Origin", origin
            ?? site.Address.GetLeftPart(UriPartial.Authority));

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task WebSocket_ForeignOrigin_IsRefused()
    {
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", "https://evil.example");
        var failure = await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(new Uri($"ws://{site.Address.Authority}/_blazor"), Cancel));
        Assert.Contains("403", failure.Message, StringComparison.Ordinal);
    }

    private async Task AddOfficerAsync(string name)
    {
        var person = await site.AddPersonAsync(name, Password);
        await using var owner = await site.Database.Owner.OpenConnectionAsync(Cancel);
        var state = (await site.Services.GetRequiredService<IReferenceDataReader>().GetAsync(Cancel)).Jurisdictions.Find("IN-TN")!.Id;
        await owner.ExecuteAsync("UPDATE crime.person_jurisdiction SET jurisdiction_id = @state WHERE person_id = @id", new { state, id = person.Id });
    }

    private async Task<long> CountAsync(string name, string subject)
    {
        await using var owner = await site.Database.Owner.OpenConnectionAsync(Cancel);
        return await owner.ExecuteScalarAsync<long>(
            "SELECT count(*) FROM crime.audit WHERE user_name = @name AND action = @action AND subject = @subject",
            new { name, action = AuditActions.AccessRefused, subject });
    }

    private async Task<(long Rows, long Last)> UnknownAsync()
    {
        await using var owner = await site.Database.Owner.OpenConnectionAsync(Cancel);
        var rows = await owner.ExecuteScalarAsync<long>(
            "SELECT count(*) FROM crime.audit WHERE action = @action", new { action = AuditActions.UnknownRefused });
        var last = await owner.ExecuteScalarAsync<string?>(
            "SELECT detail ->> 'count' FROM crime.audit WHERE action = @action AND subject = 'address:127.0.0.1' ORDER BY id DESC LIMIT 1",
            new { action = AuditActions.UnknownRefused });
        return (rows, last is null ? 0 : long.Parse(last, CultureInfo.InvariantCulture));
    }
}
