using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using CrimeInsight.Core.DataRoom;
using CrimeInsight.Core.People;
using CrimeInsight.Tests.Support;
using Dapper;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace CrimeInsight.Tests.Web.DataRoom;

/// <summary>Files in pieces over HTTP, as the protocol has it, and what the site refuses.</summary>
public sealed class TusSiteTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    private const string Password = "kavya tram 4711 lantern";
    private static readonly byte[] s_bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 4_000).Select(row => $"row {row}\n")));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Options_SayWhatTheSiteCanDo()
    {
        using var client = await AdminAsync();
        using var answer = await new TusClient(client).SendAsync(HttpMethod.Options, TusClient.Uploads);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal("1.0.0", answer.Headers.GetValues("Tus-Version").Single());
        Assert.Equal("creation,expiration,termination,checksum", answer.Headers.GetValues("Tus-Extension").Single());
        Assert.Equal("2147483648", answer.Headers.GetValues("Tus-Max-Size").Single());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(17)]
    public async Task Pieces_OneAfterTheOther_MakeTheFile(int pieces)
    {
        using var client = await AdminAsync();
        var tus = new TusClient(client);
        var path = await tus.CreateAsync(s_bytes.Length, "मामले 2024.csv");
        var size = (s_bytes.Length + pieces - 1) / pieces;
        for (var at = 0; at < s_bytes.Length; at += size)
        {
            using var answer = await tus.PatchAsync(path, at, s_bytes[at..Math.Min(at + size, s_bytes.Length)]);
            Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
            Assert.Equal(Math.Min(at + size, s_bytes.Length), TusClient.OffsetOf(answer));
        }

        using var head = await tus.SendAsync(HttpMethod.Head, path);
        Assert.Equal(s_bytes.Length, TusClient.OffsetOf(head));
        Assert.Equal(s_bytes.Length.ToString(CultureInfo.InvariantCulture), head.Headers.GetValues("Upload-Length").Single());
        Assert.Contains("no-store", head.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.NotEmpty(head.Headers.GetValues("Upload-Expires"));
        Assert.Equal(s_bytes, await ReadAsync(path));
        Assert.Equal("complete मामले 2024.csv", await ScalarAsync<string>(
            "SELECT state || ' ' || file_name FROM crime.upload WHERE id = @id", IdOf(path)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(1_000)]
    public async Task Patch_OtherOffset_IsAConflictAndChangesNothing(long offset)
    {
        using var client = await AdminAsync();
        var tus = new TusClient(client);
        var path = await tus.CreateAsync(s_bytes.Length);
        (await tus.PatchAsync(path, 0, s_bytes[..500])).Dispose();
        using var answer = await tus.PatchAsync(path, offset, s_bytes[..20]);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(500, await tus.OffsetAsync(path));
    }

    [Fact]
    public async Task Patch_MoreThanWasSaid_IsRefused()
    {
        using var client = await AdminAsync();
        var tus = new TusClient(client);
        var path = await tus.CreateAsync(100);
        using var answer = await tus.PatchAsync(path, 0, s_bytes[..101]);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal(0, await tus.OffsetAsync(path));
    }

    [Theory]
    [InlineData("sha1", true, HttpStatusCode.NoContent, 300)]
    [InlineData("sha256", true, HttpStatusCode.NoContent, 300)]
    [InlineData("sha1", false, (HttpStatusCode)460, 0)]
    [InlineData("md5", true, HttpStatusCode.BadRequest, 0)]
    public async Task Patch_Checksum_IsHeldAgainstThePiece(string name, bool isRight, HttpStatusCode expected, long offset)
    {
        using var client = await AdminAsync();
        var tus = new TusClient(client);
        var path = await tus.CreateAsync(s_bytes.Length);
        var hashed = isRight ? s_bytes[..300] : s_bytes[1..301];
        var hash = name == "sha1" ? CryptographicOperations.HashData(HashAlgorithmName.SHA1, hashed) : SHA256.HashData(hashed);
        using var answer = await tus.PatchAsync(path, 0, s_bytes[..300], ("Upload-Checksum", $"{name} {Convert.ToBase64String(hash)}"));
        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal(offset, await tus.OffsetAsync(path));
    }

    [Fact]
    public async Task LinkThatBreaksInThePiece_SendingGoesOnBehindWhatCame()
    {
        using var client = await AdminAsync();
        var tus = new TusClient(client);
        var path = await tus.CreateAsync(s_bytes.Length);
        await BreakOffAsync(client, path, s_bytes, 9_000);
        var came = await tus.OffsetAsync(path);
        Assert.InRange(came!.Value, 1, 9_000);
        using var rest = await tus.PatchAsync(path, came.Value, s_bytes[(int)came.Value..]);
        Assert.Equal(HttpStatusCode.NoContent, rest.StatusCode);
        Assert.Equal(s_bytes, await ReadAsync(path));
    }

    [Fact]
    public async Task OtherInstanceOrRestart_GoesOnWhereTheFirstStood()
    {
        using var client = await AdminAsync();
        var path = await new TusClient(client).CreateAsync(s_bytes.Length);
        (await new TusClient(client).PatchAsync(path, 0, s_bytes[..7_000])).Dispose();
        await using var other = site.Build("--urls", "http://127.0.0.1:0");
        await other.StartAsync(Token);
        var address = new Uri(other.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/");
        using var second = new SiteClient(address, "en");
        foreach (Cookie cookie in client.Cookies.GetCookies(site.Address))
            second.Cookies.Add(address, new Cookie(cookie.Name, cookie.Value));
        var tus = new TusClient(second);
        Assert.Equal(7_000, await tus.OffsetAsync(path));
        using var rest = await tus.PatchAsync(path, 7_000, s_bytes[7_000..]);
        Assert.Equal(HttpStatusCode.NoContent, rest.StatusCode);
        Assert.Equal(s_bytes, await ReadAsync(path));
        await other.StopAsync(Token);
    }

    [Fact]
    public async Task Delete_RemovesRowAndFile()
    {
        using var client = await AdminAsync();
        var tus = new TusClient(client);
        var path = await tus.CreateAsync(s_bytes.Length);
        (await tus.PatchAsync(path, 0, s_bytes[..10])).Dispose();
        using (var answer = await tus.SendAsync(HttpMethod.Delete, path))
            Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Null(await tus.OffsetAsync(path));
        Assert.Empty(Directory.EnumerateFiles(Folder, $"{IdOf(path):N}*"));
        using var again = await tus.SendAsync(HttpMethod.Delete, path);
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
    }

    [Fact]
    public async Task Purge_TimeIsOver_RemovesTheUploadAndFilesNobodyKnows()
    {
        using var client = await AdminAsync();
        var tus = new TusClient(client);
        var over = await tus.CreateAsync(s_bytes.Length);
        var kept = await tus.CreateAsync(s_bytes.Length);
        await ScalarAsync<int>("UPDATE crime.upload SET expires_at = now() - interval '1 second' WHERE id = @id RETURNING 1", IdOf(over));
        var left = Path.Combine(Folder, $"{Guid.NewGuid():N}.upload");
        await File.WriteAllTextAsync(left, "x", Token);
        File.SetLastWriteTimeUtc(left, DateTime.UtcNow.AddDays(-1));
        Assert.Null(await tus.OffsetAsync(over));
        Assert.Equal(2, await site.Services.GetRequiredService<UploadDesk>().PurgeAsync(Token));
        Assert.False(File.Exists(left));
        Assert.Empty(Directory.EnumerateFiles(Folder, $"{IdOf(over):N}*"));
        Assert.Equal(0, await tus.OffsetAsync(kept));
    }

    [Theory]
    [InlineData(PersonRole.Officer)]
    [InlineData(PersonRole.Supervisor)]
    public async Task AnyRequest_NoAdministrator_IsForbidden(PersonRole role)
    {
        var name = $"{role}-{Guid.NewGuid():N}"[..24];
        await site.AddPersonAsync(name, Password, role);
        using var client = site.NewClient();
        (await client.SignInAsync(name, Password)).Dispose();
        using var answer = await new TusClient(client).TryCreateAsync(10);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task AnyRequest_NobodySignedIn_IsUnauthorized()
    {
        using var client = site.NewClient();
        using var answer = await new TusClient(client).TryCreateAsync(10);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task AnyRequest_OtherAdministratorsUpload_IsNotFound()
    {
        using var owner = await AdminAsync();
        using var other = await AdminAsync();
        var path = await new TusClient(owner).CreateAsync(s_bytes.Length);
        var tus = new TusClient(other);
        Assert.Null(await tus.OffsetAsync(path));
        using var patch = await tus.PatchAsync(path, 0, s_bytes[..10]);
        Assert.Equal(HttpStatusCode.NotFound, patch.StatusCode);
        using var delete = await tus.SendAsync(HttpMethod.Delete, path);
        Assert.Equal(HttpStatusCode.NotFound, delete.StatusCode);
        Assert.Equal(0, await new TusClient(owner).OffsetAsync(path));
    }

    [Theory]
    [InlineData("Tus-Resumable", "0.2.2", HttpStatusCode.PreconditionFailed)]
    [InlineData("Tus-Resumable", "", HttpStatusCode.PreconditionFailed)]
    [InlineData("Origin", "https://elsewhere.example", HttpStatusCode.Forbidden)]
    [InlineData("Upload-Length", "2147483649", HttpStatusCode.RequestEntityTooLarge)]
    [InlineData("Upload-Length", "-1", HttpStatusCode.BadRequest)]
    [InlineData("Upload-Length", "", HttpStatusCode.BadRequest)]
    [InlineData("Upload-Defer-Length", "1", HttpStatusCode.BadRequest)]
    public async Task Create_HeaderNotAllowed_IsRefused(string name, string value, HttpStatusCode expected)
    {
        using var client = await AdminAsync();
        using var answer = await new TusClient(client).SendAsync(HttpMethod.Post, TusClient.Uploads, null, ("Upload-Length", "10"), (name, value));
        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal("", await answer.Content.ReadAsStringAsync(Token));
    }

    [Fact]
    public async Task Create_DiskIsFull_IsRefused()
    {
        await using var other = site.Build("--urls", "http://127.0.0.1:0", "--DataRoom:LeastFreeBytes", long.MaxValue.ToString(CultureInfo.InvariantCulture));
        var person = await site.AddPersonAsync($"admin-{Guid.NewGuid():N}"[..24], Password, PersonRole.Admin);
        var outcome = await other.Services.GetRequiredService<UploadDesk>().CreateAsync(person.ToViewer(), "a.csv", 10, Token);
        Assert.Equal(UploadRefusal.DiskFull, outcome.Refusal);
    }

    private string Folder => Path.Combine(site.KeyFolder, "uploads");

    private static Guid IdOf(string path) => Guid.Parse(path.Split('/')[^1]);

    private Task<byte[]> ReadAsync(string path) => File.ReadAllBytesAsync(Path.Combine(Folder, $"{IdOf(path):N}.upload"), Token);

    private async Task<T?> ScalarAsync<T>(string sql, Guid id)
    {
        await using var connection = await site.Database.Owner.OpenConnectionAsync(Token);
        return await connection.ExecuteScalarAsync<T>(sql, new { id });
    }

    private async Task<SiteClient> AdminAsync()
    {
        var name = $"admin-{Guid.NewGuid():N}"[..24];
        await site.AddPersonAsync(name, Password, PersonRole.Admin);
        var client = site.NewClient();
        (await client.SignInAsync(name, Password)).Dispose();
        return client;
    }

    // Says that all will come, sends a part, and is gone.
    private async Task BreakOffAsync(SiteClient client, string path, byte[] bytes, int part)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(site.Address.Host, site.Address.Port, Token);
        socket.LingerState = new LingerOption(true, 0);
        var stream = socket.GetStream();
        var cookies = client.Cookies.GetCookieHeader(site.Address);
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes(
                $"PATCH {path} HTTP/1.1\r\nHost: {site.Address.Authority}\r\nCookie: {cookies}\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: 0\r\n"
                    + $"Content-Type: application/offset+octet-stream\r\nContent-Length: {bytes.Length}\r\n\r\n"),
            Token);
        await stream.WriteAsync(bytes.AsMemory(0, part), Token);
        var written = Path.Combine(Folder, $"{IdOf(path):N}.upload");
        for (var attempt = 0; attempt < 200 && new FileInfo(written).Length == 0; attempt++)
            await Task.Delay(25, Token);
    }
}
