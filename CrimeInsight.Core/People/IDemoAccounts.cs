namespace CrimeInsight.Core.People;

/// <summary>
/// Port: the three accounts that show the product with synthetic data. They end for good, sessions and all, in the
/// transaction that loads the first case that is not synthetic.
/// </summary>
public interface IDemoAccounts
{
    /// <summary>Creates the accounts that are missing and binds each to the place it should see. Safe to repeat.</summary>
    Task EnsureAsync(CancellationToken cancellationToken);

    /// <summary>The accounts in order of role; empty when there are none in force.</summary>
    Task<IReadOnlyList<Person>> ListAsync(CancellationToken cancellationToken);
}
