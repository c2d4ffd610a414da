using System.Security.Cryptography;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Setup;

namespace CrimeInsight.Web.Features.SignIn;

/// <summary>
/// A code that whoever started the server reads in its window, and nobody else: it makes the first administrator, in the browser. It lives as long as the
/// process and opens nothing once there is one.
/// </summary>
public sealed class SetupCode(ISetupReader setup)
{
    private readonly string _code = OneTimeCode.Create();
    private volatile bool _isOver;

    public bool Fits(string typed) => CryptographicOperations.FixedTimeEquals(OneTimeCode.Hash(_code), OneTimeCode.Hash(typed));

    /// <summary>Whether the site still has no administrator of its own.</summary>
    public async Task<bool> IsNeededAsync(CancellationToken cancellationToken)
    {
        if (!_isOver)
            _isOver = (await setup.ReadAsync(cancellationToken)).HasOwnAdmin;
        return !_isOver;
    }

    /// <summary>Writes the code where whoever started the server sees it; into no log.</summary>
    /// <param name="address">Of the page that takes it.</param>
    public async Task TellAsync(TextWriter window, string address, CancellationToken cancellationToken)
    {
        if (await IsNeededAsync(cancellationToken))
            await window.WriteLineAsync($"There is no administrator yet. Open {address} and make one with the setup code {_code}");
    }
}
