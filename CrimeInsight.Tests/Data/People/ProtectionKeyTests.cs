using System.Xml.Linq;
using CrimeInsight.Core;
using CrimeInsight.Data.Keys;
using CrimeInsight.Data.People;
using CrimeInsight.Tests.Support;
using Dapper;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.DependencyInjection;

namespace CrimeInsight.Tests.Data.People;

public sealed class ProtectionKeyTests(DatabaseServer server) : IAsyncLifetime
{
    private readonly DatabaseFixture _database = new(server);
    private readonly KeyFolder _keys = new(Directory.CreateTempSubdirectory("crimeinsight-protection-").FullName);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _database.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        Directory.Delete(_keys.Path, recursive: true);
    }

    [Fact]
    public async Task Protect_NewKey_IsStoredEncryptedAndReadByAnotherInstance()
    {
        var text = Protector(isEncrypted: true).Protect("session");

        Assert.Equal("session", Protector(isEncrypted: true).Unprotect(text));
        var stored = await StoredAsync();
        Assert.DoesNotContain("masterKey", stored, StringComparison.Ordinal);
        Assert.Contains(nameof(ProtectionKeyDecryptor), stored, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_keys.ProtectionKey));
    }

    [Fact]
    public async Task Protect_KeyOfAnEarlierVersion_IsEncryptedAndOpensWhatItClosed()
    {
        var text = Protector(isEncrypted: false).Protect("session");
        Assert.Contains("masterKey", await StoredAsync(), StringComparison.Ordinal);

        Assert.Equal("session", Protector(isEncrypted: true).Unprotect(text));

        Assert.DoesNotContain("masterKey", await StoredAsync(), StringComparison.Ordinal);
        Assert.Equal("session", Protector(isEncrypted: true).Unprotect(text));
    }

    [Fact]
    public void Decrypt_OtherKeyOrChangedText_Fails()
    {
        var closed = new ProtectionKeyFile(_keys).Encrypt("secret");
        Assert.Equal("secret", new ProtectionKeyFile(_keys).Decrypt(closed));
        File.Delete(_keys.ProtectionKey);
        Assert.ThrowsAny<System.Security.Cryptography.CryptographicException>(() => new ProtectionKeyFile(_keys).Decrypt(closed));
        File.WriteAllText(_keys.ProtectionKey, "not a key");
        Assert.Contains("is not a key", Assert.Throws<OperatorException>(() => new ProtectionKeyFile(_keys).Decrypt(closed)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void StoreElement_SameName_Replaces()
    {
        var repository = new ProtectionKeyRepository(_database.App, new ProtectionKeyEncryptor(new ProtectionKeyFile(_keys)));

        repository.StoreElement(XElement.Parse("<key id='1'><value>a</value></key>"), "key-1");
        repository.StoreElement(XElement.Parse("<key id='1'><value>b</value></key>"), "key-1");

        Assert.Equal("b", Assert.Single(repository.GetAllElements()).Element("value")!.Value);
    }

    // Each call is a start of the site. Before, keys were stored as they are.
    private IDataProtector Protector(bool isEncrypted)
    {
        var services = new ServiceCollection().AddLogging();
        services.AddDataProtection().SetApplicationName("test");
        var file = new ProtectionKeyFile(_keys);
        services.AddSingleton(file);
        var encryptor = new ProtectionKeyEncryptor(file);
        IXmlRepository repository = isEncrypted ? new ProtectionKeyRepository(_database.App, encryptor) : new PlainRepository(_database);
        services.Configure<KeyManagementOptions>(keys => (keys.XmlRepository, keys.XmlEncryptor) = (repository, isEncrypted ? encryptor : null));
        return services.BuildServiceProvider().GetRequiredService<IDataProtectionProvider>().CreateProtector("test");
    }

    private async Task<string> StoredAsync()
    {
        await using var owner = await _database.Owner.OpenConnectionAsync(Cancel);
        return (await owner.ExecuteScalarAsync<string>("SELECT string_agg(xml, '') FROM crime.protection_key"))!;
    }

    private sealed class PlainRepository(DatabaseFixture database) : IXmlRepository
    {
        public IReadOnlyCollection<XElement> GetAllElements() => [];

        public void StoreElement(XElement element, string friendlyName)
        {
            using var owner = database.Owner.OpenConnection();
            owner.Execute("INSERT INTO crime.protection_key (friendly_name, xml) VALUES (@friendlyName, @xml)",
                new { friendlyName, xml = element.ToString(SaveOptions.DisableFormatting) });
        }
    }
}
