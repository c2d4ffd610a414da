using CrimeInsight.Core.People;

namespace CrimeInsight.Web.Features.SignIn;

/// <summary>How an attempt to sign in ended.</summary>
public abstract record SignInOutcome
{
    private SignInOutcome()
    {
    }

    /// <summary>The cookie is set.</summary>
    public sealed record Succeeded(Person Person) : SignInOutcome;

    /// <summary>The password was right; a code is asked for next.</summary>
    public sealed record FactorNeeded : SignInOutcome;

    /// <summary>Unknown name, wrong password or too early: deliberately the same.</summary>
    public sealed record Failed : SignInOutcome;

    /// <summary>The demo was entered too often from one address.</summary>
    /// <param name="Wait">Until it is open again.</param>
    public sealed record Throttled(TimeSpan Wait) : SignInOutcome;
}
