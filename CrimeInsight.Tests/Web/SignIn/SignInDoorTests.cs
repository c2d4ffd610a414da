using System.Net;
using CrimeInsight.Core.People;
using CrimeInsight.Tests.Support;
using CrimeInsight.Web.Features.SignIn;
using CrimeInsight.Web.Shared.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace CrimeInsight.Tests.Web.SignIn;

/// <summary>The same work for every attempt: one hash, whoever it names.</summary>
public sealed class SignInDoorTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    private const string Password = "correct horse battery";

    [Fact]
    public async Task JudgeAsync_EveryKindOfAttempt_VerifiesOneHash()
    {
        await site.AddPersonAsync("meena", Password);
        await using var scope = site.Services.CreateAsyncScope();
        var hasher = new CountingHasher();
        var door = ActivatorUtilities.CreateInstance<SignInDoor>(scope.ServiceProvider, new PasswordCheck(hasher));

        Assert.Null(await door.JudgeAsync(NewContext(scope), "nobody", Password));
        Assert.Equal(1, hasher.TakeCount());
        Assert.Null(await door.JudgeAsync(NewContext(scope), "demo-admin", Password));
        Assert.Equal(1, hasher.TakeCount());
        Assert.Null(await door.JudgeAsync(NewContext(scope), "meena", "not the password"));
        Assert.Equal(1, hasher.TakeCount());
        Assert.NotNull(await door.JudgeAsync(NewContext(scope), "meena", Password));
        Assert.Equal(1, hasher.TakeCount());

        for (var attempt = 0; attempt < SignInThrottle.ByAddressAndName.Free; attempt++)
            await door.JudgeAsync(NewContext(scope), "meena", "not the password");
        hasher.TakeCount();
        Assert.Null(await door.JudgeAsync(NewContext(scope), "meena", Password));
        Assert.Equal(1, hasher.TakeCount());
    }

    [Theory]
    [InlineData("10.1.2.3", "10.1.2.3")]
    [InlineData("::ffff:10.1.2.3", "10.1.2.3")]
    [InlineData("2001:db8:1:2:aaaa::1", "2001:db8:1:2::")]
    [InlineData(null, "unknown")]
    public void ClientNetwork_Address_IsWhatCountsAsOneCaller(string? address, string expected) =>
        Assert.Equal(expected, ClientNetwork.Of(address is null ? null : IPAddress.Parse(address)));

    private static DefaultHttpContext NewContext(AsyncServiceScope scope) =>
        new() { RequestServices = scope.ServiceProvider, Connection = { RemoteIpAddress = IPAddress.Parse("198.51.100.7") } };

    private sealed class CountingHasher : IPasswordHasher<Person>
    {
        private readonly PasswordHasher<Person> _real = new();
        private int _verified;

        public string HashPassword(Person user, string password) => _real.HashPassword(user, password);

        public PasswordVerificationResult VerifyHashedPassword(Person user, string hashedPassword, string providedPassword)
        {
            _verified++;
            return _real.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }

        public int TakeCount() => Interlocked.Exchange(ref _verified, 0);
    }
}
