using CrimeInsight.Web.Shared.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace CrimeInsight.Tests.Web.SignIn;

public sealed class ClosingDoorTests
{
    [Theory]
    [InlineData(false, "/_blazor", 200)]
    [InlineData(true, "/_blazor", 503)]
    [InlineData(true, "/_blazor/negotiate", 503)]
    [InlineData(true, "/export/cases.csv", 200)]
    public async Task Invoke_Request_PassesUnlessACircuitComesTooLate(bool isStopping, string path, int status)
    {
        using var site = new Lifetime(isStopping);
        var context = new DefaultHttpContext { Request = { Path = path } };

        await new ClosingDoor(_ => Task.CompletedTask, site).InvokeAsync(context);

        Assert.Equal(status, context.Response.StatusCode);
    }

    private sealed class Lifetime : IHostApplicationLifetime, IDisposable
    {
        private readonly CancellationTokenSource _stopping = new();

        public Lifetime(bool isStopping)
        {
            if (isStopping)
                _stopping.Cancel();
        }

        public CancellationToken ApplicationStarted => CancellationToken.None;

        public CancellationToken ApplicationStopping => _stopping.Token;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void StopApplication() => _stopping.Cancel();

        public void Dispose() => _stopping.Dispose();
    }
}
