using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;
using CrimeInsight.Web.Shared.Security;

namespace CrimeInsight.Web.Features.SignIn;

/// <summary>The demo accounts that the sign-in page offers, none unless demo mode is on.</summary>
public sealed class DemoCatalogue(DemoMode demo, IDemoAccounts accounts, IReferenceDataReader reference)
{
    /// <summary>The accounts, and the reference data that names their places.</summary>
    public async Task<(IReadOnlyList<Person> Accounts, ReferenceData? Reference)> ListAsync(CancellationToken cancellationToken) =>
        demo.IsOn ? (await accounts.ListAsync(cancellationToken), await reference.GetAsync(cancellationToken)) : ([], null);
}
