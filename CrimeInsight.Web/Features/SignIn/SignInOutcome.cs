namespace CrimeInsight.Web.Features.SignIn;

/// <summary>How an attempt to sign in ended.</summary>
public abstract record SignInOutcome
{
    private SignInOutcome()
    {
    }

    /// <summary>The cookie is set.</summary>
    public sealed record Succeeded : SignInOutcome;

    /// <summary>Unknown name or wrong password: deliberately the same.</summary>
    public sealed record Failed : SignInOutcome;

    /// <param name="Until">When the next attempt is heard.</param>
    public sealed record LockedOut(DateTimeOffset Until) : SignInOutcome;

    /// <param name="Wait">Until the next attempt is heard.</param>
    public sealed record Throttled(TimeSpan Wait) : SignInOutcome;
}
